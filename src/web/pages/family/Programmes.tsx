import type { FamilyPage, ProgrammeLine } from '#insight/schema'
import { properName, rupiah } from '../../i18n/format.ts'
import { codeWords, inLanguage, t } from '../../i18n/language.ts'
import { DecidedBy } from '../../ui/DecidedBy.tsx'
import { type FactState, StateMark } from '../../ui/StateMark.tsx'

/** Each programme: whether the family can get it, and why or why not yet. */
export function Programmes({ family }: { readonly family: FamilyPage }) {
  const { programmes } = family
  const open = programmes.filter(
    ({ result, isReceiving }) => result !== 'ineligible' || isReceiving,
  )
  const notYet = programmes.filter((line) => !open.includes(line))
  const receiving = open.filter(({ isReceiving }) => isReceiving)
  const canGet = open.filter((line) => line.result === 'eligible' && !line.isReceiving)
  const maybe = open.filter((line) => line.result === 'unknown' && !line.isReceiving)
  return (
    <section className="card card-flush">
      <div className="card-head">
        <h2>{t('programmes.title')}</h2>
      </div>
      <Lines lines={[...canGet, ...maybe, ...receiving]} />
      {notYet.length > 0 && (
        <details className="fold">
          <summary>{t('programmes.notYet', { count: notYet.length })}</summary>
          <Lines lines={notYet} />
        </details>
      )}
    </section>
  )
}

function Lines({ lines }: { readonly lines: readonly ProgrammeLine[] }) {
  return (
    <ul className="programme-list">
      {lines.map((line) => (
        <Line key={`${line.programme}${line.personName}`} line={line} />
      ))}
    </ul>
  )
}

function Line({ line }: { readonly line: ProgrammeLine }) {
  return (
    <li>
      <Mark line={line} />
      <div className="programme-words">
        <h3>
          {inLanguage(line.nameId, line.nameEn)} {payWords(line)}
        </h3>
        <p className="small dim">
          <b className={`text-${stateOf(line)}`}>{stateWords(line)}</b>
          {line.personName && ` · ${properName(line.personName)}`}
        </p>
        <p className="small">{inLanguage(line.reasonId, line.reasonEn)}</p>
        <p className="tiny dim">
          {t('programmes.rule', { version: line.ruleVersion, source: line.source })}
        </p>
      </div>
      <DecidedBy who={inLanguage(line.decidedBy, line.decidedByEn)} />
    </li>
  )
}

/** `Rp500.000/triwulan`; "at least" where a missing fact could raise it. */
function payWords({ amountRp, amountPeriod, isAmountMinimum }: ProgrammeLine): string {
  if (amountRp === null) return ''
  const isRegular = amountPeriod !== null && amountPeriod !== 'once'
  const amount = `${rupiah(amountRp)}${isRegular ? `/${codeWords('period', amountPeriod)}` : ''}`
  return isAmountMinimum ? t('programmes.atLeast', { amount }) : amount
}

type ProgrammeState = Extract<FactState, 'received' | 'can-get' | 'unknown'> | 'none'

function stateOf({ isReceiving, result }: ProgrammeLine): ProgrammeState {
  if (isReceiving) return 'received'
  if (result === 'eligible') return 'can-get'
  return result === 'unknown' ? 'unknown' : 'none'
}

function stateWords(line: ProgrammeLine): string {
  const state = stateOf(line)
  return state === 'none' ? t('programmes.notYetState') : t(`programmes.${state}`)
}

function Mark({ line }: { readonly line: ProgrammeLine }) {
  const state = stateOf(line)
  return state === 'none' ? <span className="dim">–</span> : <StateMark state={state} />
}
