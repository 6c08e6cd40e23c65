import { Link } from '@tanstack/react-router'
import type { FamilyLine } from '#insight/schema'
import { number, properName, threeDigits } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { StateMark } from '../../ui/StateMark.tsx'
import { indicatorName } from '../../ui/sectors.ts'
import { matchedWords } from './matched-words.ts'

const mostLacks = 3

/** Families one a row; on a phone each row is a card of two lines. */
export function FamiliesTable({ lines }: { readonly lines: readonly FamilyLine[] }) {
  return (
    <div className="table-scroll">
      <table className="table table-cards families-table">
        <caption className="sr-only">{t('menu.families')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('families.column.family')}</th>
            <th scope="col">{t('families.column.ward')}</th>
            <th scope="col">{t('families.column.lacks')}</th>
            <th scope="col">{t('families.column.served')}</th>
            <th scope="col" className="num">
              {t('families.column.decile')}
            </th>
            <th scope="col" className="num">
              {t('families.column.score')}
            </th>
            <th scope="col" className="num">
              {t('families.column.lists')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <FamilyRow key={line.familyId} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function FamilyRow({ line }: { readonly line: FamilyLine }) {
  const { familyId, headName, wardName, rt, memberCount, lacks, servedBy } = line
  const matched = matchedWords(line.matched)
  return (
    <tr>
      <th scope="row">
        <Link
          to="/keluarga/$familyId"
          params={{ familyId }}
          className="row-link stretched"
          data-row=""
        >
          {properName(headName)}
        </Link>
        <span className="cell-note">{t('family.members', { count: memberCount })}</span>
        {matched !== undefined && <span className="cell-note">{matched}</span>}
      </th>
      <td>
        {wardName ?? <Unknown text={t('family.noWard')} />}
        {rt !== null && <span className="dim nowrap"> RT {threeDigits(rt)}</span>}
      </td>
      <td className={lacks.length === 0 ? 'phone-hidden' : 'families-lacks'}>
        {lacks.length === 0 && <span className="dim">–</span>}
        {lacks.slice(0, mostLacks).map((indicator) => (
          <span key={indicator} className="nowrap families-lack">
            <StateMark state="lacks" /> {indicatorName(indicator)}
          </span>
        ))}
        {lacks.length > mostLacks && <span className="dim"> +{lacks.length - mostLacks}</span>}
      </td>
      <td data-label={t('families.column.served')}>
        {servedBy.length === 0 ? (
          <span className="text-lacks">{t('families.servedByNone')}</span>
        ) : (
          servedBy.join(', ')
        )}
      </td>
      <td className="num" data-label={t('families.column.decile')}>
        {line.decile ?? <Unknown text="?" />}
      </td>
      <td className="num phone-hidden">{line.topScore === null ? '–' : number(line.topScore)}</td>
      <td className="num phone-hidden">{line.listCount}</td>
    </tr>
  )
}

function Unknown({ text }: { readonly text: string }) {
  return (
    <span className="text-unknown" title={t('state.unknown')}>
      {text}
      {text === '?' && <span className="sr-only"> {t('state.unknown')}</span>}
    </span>
  )
}
