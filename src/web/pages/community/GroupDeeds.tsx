import { type FormEvent, type ReactNode, useState } from 'react'
import type { GroupView } from '#registry/schema'
import { t } from '../../i18n/language.ts'
import { DeedFailure } from '../../ui/DeedFailure.tsx'
import { usePageKeys } from '../../ui/page-keys.ts'
import { textOf } from '../privacy/privacy-words.ts'
import { AddMember } from './AddMember.tsx'
import { DayField } from './DayField.tsx'
import { FormEnd } from './FormEnd.tsx'
import { useGroupDeed } from './use-group-deed.ts'

type Deed = 'add' | 'rename' | 'close'

/** What can be done to a group that is there; one form at a time. */
export function GroupDeeds({
  group,
  children,
}: {
  readonly group: GroupView
  /** Stands beside the buttons. */
  readonly children: ReactNode
}) {
  const [deed, setDeed] = useState<Deed | null>(null)
  const close = () => setDeed(null)
  usePageKeys([{ key: 'n', label: t('community.add'), run: () => setDeed('add') }])
  return (
    <>
      <div className="community-deeds">
        <p className="row-wrap">
          {(['add', 'rename', 'close'] as const).map((one) => (
            <button
              key={one}
              type="button"
              className={one === 'add' ? 'button button-main' : 'button'}
              aria-expanded={deed === one}
              onClick={() => setDeed(deed === one ? null : one)}
            >
              {t(`community.${one}`)}
            </button>
          ))}
        </p>
        {children}
      </div>
      {deed === 'add' && <AddMember group={group} onDone={close} />}
      {deed === 'rename' && <RenameForm group={group} onDone={close} />}
      {deed === 'close' && <CloseForm group={group} onDone={close} />}
    </>
  )
}

interface DeedProps {
  readonly group: GroupView
  readonly onDone: () => void
}

function RenameForm({ group, onDone }: DeedProps) {
  const { isBusy, failure, write } = useGroupDeed(group)
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = event.currentTarget
    const name = textOf(form, 'new-name')
    void write({ kind: 'renamed', name, on: textOf(form, 'renamed-on') }, onDone)
  }
  return (
    <form className="card community-form" onSubmit={submit}>
      <h2>{t('community.rename')}</h2>
      <p className="field">
        <label htmlFor="new-name">{t('community.newName')}</label>
        <input
          className="input"
          id="new-name"
          name="new-name"
          defaultValue={group.name}
          minLength={3}
          maxLength={120}
          autoComplete="off"
          required
        />
      </p>
      <DayField name="renamed-on" label={t('community.renamedOn')} />
      {failure !== null && <DeedFailure error={failure} />}
      <FormEnd deed={t('community.doRename')} isBusy={isBusy} onCancel={onDone} />
    </form>
  )
}

function CloseForm({ group, onDone }: DeedProps) {
  const { isBusy, failure, write } = useGroupDeed(group)
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = event.currentTarget
    const reason = textOf(form, 'reason')
    void write({ kind: 'closed', reason, on: textOf(form, 'closed-on') }, onDone)
  }
  return (
    <form className="card community-form" onSubmit={submit}>
      <h2>{t('community.close')}</h2>
      <p className="ink2">{t('community.closeNote')}</p>
      <p className="field">
        <label htmlFor="reason">{t('community.closeWhy')}</label>
        <input
          className="input"
          id="reason"
          name="reason"
          minLength={3}
          maxLength={500}
          autoComplete="off"
          required
        />
      </p>
      <DayField name="closed-on" label={t('community.closedOn')} />
      {failure !== null && <DeedFailure error={failure} />}
      <FormEnd deed={t('community.doClose')} isBusy={isBusy} onCancel={onDone} />
    </form>
  )
}
