import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import { codeWords, t } from '../i18n/language.ts'
import { Icon } from './Icon.tsx'

/** Who decides a value, in short, and what to know about it. */
function explanation(decidedBy: string): string {
  const code = decidedBy.toLowerCase()
  if (code === 'bps') return t('decidedBy.bps')
  if (code === 'tkpk') return t('decidedBy.tkpk')
  return t('decidedBy.other', { who: codeWords('decider', decidedBy) })
}

/** The small pill beside a value: who decides it. A tap says what the city can do instead. */
export function DecidedBy({ who }: { readonly who: string }) {
  return (
    <DialogTrigger>
      <Button className="pill" aria-label={t('decidedBy.label', { who })}>
        <Icon name="person" size={14} />
        {who}
      </Button>
      <Popover className="popover" placement="bottom start">
        <Dialog className="popover-body" aria-label={t('decidedBy.label', { who })}>
          <p>{explanation(who)}</p>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
