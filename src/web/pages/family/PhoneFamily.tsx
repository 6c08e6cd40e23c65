import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { FamilyPage } from '#insight/schema'
import { threeDigits } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { Icon } from '../../ui/Icon.tsx'
import { sectorIcon, sectorName, sectorOrder } from '../../ui/sectors.ts'
import { Fact } from './Fact.tsx'
import { columnOf, columns, familyName, flagWords } from './family-words.ts'
import { Generations } from './Generations.tsx'
import { ListsCard } from './ListsCard.tsx'
import { Members } from './Members.tsx'
import { NextSteps } from './NextSteps.tsx'
import type { FamilyViewProps } from './opened.ts'
import { Programmes } from './Programmes.tsx'
import { Questions } from './Questions.tsx'
import { SharedDwelling } from './SharedDwelling.tsx'
import { StandingSentence, ThreeNumbers } from './Standing.tsx'
import { SubjectMarks } from './SubjectMarks.tsx'

const mostFlags = 2

/** The family on a phone: sentence, next steps, then three tabs. */
export function PhoneFamily({ family, opened, onOpen }: FamilyViewProps) {
  const { wardName, rt, members } = family
  const living = members.filter(({ status }) => status === 'active').length
  return (
    <div className="phone-family">
      <header className="phone-bar">
        <Link to="/keluarga" className="icon-button">
          <Icon name="back" label={t('action.back')} />
        </Link>
        <div>
          <h1>{familyName(family)}</h1>
          <p className="small dim">
            {t('family.members', { count: living })} · {wardName ?? t('family.noWard')}
            {rt !== null && ` RT ${threeDigits(rt)}`}
          </p>
        </div>
        <Link
          to="/keluarga/$familyId/riwayat"
          params={{ familyId: family.familyId }}
          className="icon-button"
        >
          <Icon name="clock" label={t('history.link')} />
        </Link>
        <button type="button" className="icon-button" onClick={() => window.print()}>
          <Icon name="print" label={t('family.print')} />
        </button>
      </header>
      <div className="phone-body">
        <Flags flags={family.flags} />
        <SubjectMarks family={family} />
        <SharedDwelling family={family} />
        <StandingSentence family={family} />
        <NextSteps family={family} />
        <Tabs>
          <TabList className="tab-list" aria-label={t('family.tabs')}>
            <Tab id="sectors" className="tab">
              {t('family.tabSectors')}
            </Tab>
            <Tab id="people" className="tab">
              {t('family.tabPeople')}
            </Tab>
            <Tab id="programmes" className="tab">
              {t('family.tabProgrammes')}
            </Tab>
          </TabList>
          <TabPanel id="sectors" className="tab-panel">
            <Sectors family={family} opened={opened} onOpen={onOpen} />
          </TabPanel>
          <TabPanel id="people" className="tab-panel stack">
            <Members family={family} onOpen={onOpen} />
            <Generations members={members} />
            <ListsCard family={family} />
          </TabPanel>
          <TabPanel id="programmes" className="tab-panel stack">
            <div className="card standing">
              <ThreeNumbers family={family} />
            </div>
            <Questions family={family} />
            <Programmes family={family} />
          </TabPanel>
        </Tabs>
      </div>
    </div>
  )
}

function Flags({ flags }: Pick<FamilyPage, 'flags'>) {
  const [isAll, setAll] = useState(false)
  if (flags.length === 0) return null
  const hidden = flags.length - mostFlags
  return (
    <ul className="flags" aria-label={t('family.flags')}>
      {(isAll ? flags : flags.slice(0, mostFlags)).map((flag) => (
        <li key={flag} className="chip">
          {flagWords(flag)}
        </li>
      ))}
      {hidden > 0 && !isAll && (
        <li>
          <button type="button" className="chip" onClick={() => setAll(true)}>
            +{hidden}
            <span className="sr-only"> {t('family.flagsMore')}</span>
          </button>
        </li>
      )}
    </ul>
  )
}

function Sectors({ family, opened, onOpen }: FamilyViewProps) {
  return sectorOrder.map((sector) => {
    const entries = family.grid[sector] ?? []
    const ordered = columns.flatMap((column) =>
      entries.filter((entry) => columnOf(entry) === column),
    )
    return (
      <section key={sector} className="phone-sector">
        <h2 className="sector-name">
          <Icon name={sectorIcon(sector)} />
          {sectorName(sector)}
        </h2>
        {ordered.length === 0 && <p className="small dim">{t('family.sectorEmpty')}</p>}
        {ordered.map((entry) => (
          <Fact
            key={`${entry.state}${entry.textId}${entry.personId}${entry.noteId}`}
            entry={entry}
            hasStateWord
            isOpen={opened?.kind === 'fact' && opened.entry === entry}
            onOpen={() => onOpen({ kind: 'fact', entry })}
          />
        ))}
      </section>
    )
  })
}
