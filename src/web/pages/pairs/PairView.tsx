import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import type { PairLine, PairSide } from '#insight/schema'
import { day, inFours, number } from '../../i18n/format.ts'
import { t } from '../../i18n/language.ts'
import { StateMark } from '../../ui/StateMark.tsx'
import { evidenceName } from './evidence-name.ts'
import { PairConsequences } from './PairConsequences.tsx'
import { type Staircase, type Step, staircaseOf } from './staircase.ts'

type Side = z.infer<typeof PairSide>

/** Two records, one line a fact, and the staircase of evidence beside them. */
export function PairView({ pair }: { readonly pair: PairLine }) {
  const stairs = staircaseOf(pair)
  const known = stairs.steps.filter(({ verdict }) => verdict !== 'unknown')
  // What neither record tells is one line for all.
  const tells = ({ comparison, verdict }: Step) =>
    verdict !== 'unknown' ||
    [pair.left, pair.right].some((side) => Boolean(sideValue(side, comparison)))
  const silent = stairs.steps.filter((step) => !tells(step))
  const supporting = known.filter(({ verdict }) => verdict === 'same').length
  return (
    <div className="pair">
      <section className="card card-flush">
        <div className="table-scroll pair-scroll">
          <table className="table pair-table">
            <thead>
              <tr>
                <th scope="col">
                  <span className="sr-only">{t('pairs.fact')}</span>
                </th>
                <SideHeading side={pair.left} />
                <SideHeading side={pair.right} />
                <th scope="col">
                  <span className="stairs-head">
                    <span>{t('pairs.different')}</span>
                    <span>{t('pairs.doubt')}</span>
                    <span>{t('pairs.same')}</span>
                  </span>
                </th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">{t('pairs.start')}</th>
                <td colSpan={2} className="small dim">
                  {t('pairs.startWhy')}
                </td>
                <td className="stairs">
                  <Stairs stairs={stairs}>
                    <circle className="stairs-start" cx={`${stairs.start}%`} cy="11" r="5" />
                  </Stairs>
                </td>
              </tr>
              {stairs.steps.filter(tells).map((step) => (
                <FactRow key={step.comparison} step={step} pair={pair} stairs={stairs} />
              ))}
              {silent.length > 0 && (
                <tr>
                  <th scope="row">{t('pairs.verdict.unknown')}</th>
                  <td colSpan={2} className="small dim">
                    {silent.map(({ comparison }) => evidenceName('compare', comparison)).join(', ')}
                  </td>
                  <td className="stairs" />
                </tr>
              )}
              <tr>
                <th scope="row">{t('pairs.result')}</th>
                <td colSpan={2}>
                  <b>{t('pairs.compared', { count: known.length, supporting })}</b>
                </td>
                <td className="stairs">
                  <Stairs stairs={stairs}>
                    <rect
                      className="stairs-end"
                      x={`${stairs.end}%`}
                      y="3"
                      width="4"
                      height="16"
                      rx="1"
                    />
                  </Stairs>
                </td>
              </tr>
            </tbody>
          </table>
        </div>
        <Verdict pair={pair} steps={stairs.steps} />
      </section>
      <PairConsequences pair={pair} />
    </div>
  )
}

function SideHeading({ side }: { readonly side: Side }) {
  return (
    <th scope="col" className="pair-side">
      {side.familyId === null ? (
        side.file
      ) : (
        <Link
          to="/keluarga/$familyId"
          params={{ familyId: side.familyId }}
          className="row-link"
          data-row=""
        >
          {side.file}
        </Link>
      )}
      <span className="small dim">
        {[side.sheet, t('table.row', { row: side.row })].filter(Boolean).join(', ')}
      </span>
    </th>
  )
}

function FactRow({
  step,
  pair,
  stairs,
}: {
  readonly step: Step
  readonly pair: PairLine
  readonly stairs: Staircase
}) {
  const differs = step.verdict === 'other' ? 'pair-differs' : ''
  const from = Math.min(step.from, step.to)
  const width = Math.max(1.2, Math.abs(step.to - step.from))
  return (
    <tr>
      <th scope="row">{evidenceName('compare', step.comparison)}</th>
      {isShown(step.comparison) ? (
        <>
          <td className={differs}>{shownValue(pair.left, step.comparison)}</td>
          <td className={differs}>{shownValue(pair.right, step.comparison)}</td>
        </>
      ) : (
        <td colSpan={2} className="small dim">
          {t('pairs.comparedOnly')}
        </td>
      )}
      <td className="stairs">
        <Stairs stairs={stairs}>
          {step.verdict === 'unknown' ? (
            <circle className="stairs-unknown" cx={`${step.to}%`} cy="11" r="4.5" />
          ) : (
            <rect
              className={`stairs-${step.verdict}`}
              x={`${from}%`}
              y="6"
              width={`${width}%`}
              height="10"
              rx="2"
            >
              <title>{t('pairs.bits', { bits: number(step.weightBits) })}</title>
            </rect>
          )}
        </Stairs>
        <p className="small">
          <StateMark
            state={
              step.verdict === 'same' ? 'received' : step.verdict === 'other' ? 'lacks' : 'unknown'
            }
          />{' '}
          <b className={`stairs-word-${step.verdict}`}>{t(`pairs.verdict.${step.verdict}`)}</b>{' '}
          <span className="ink2">{levelWords(step)}</span>
        </p>
      </td>
    </tr>
  )
}

/** The reason of a step in words, with how rare a name is that agrees. */
function levelWords({ comparison, level, verdict }: Step): string {
  if (verdict === 'unknown') return t('pairs.notCounted')
  if (level === 'exact' || level === 'same') return t('pairs.equal')
  const banded = /^(.*), (common|\d+ bits)$/.exec(level)
  const words = evidenceName(`level.${comparison}`, banded?.[1] ?? level)
  if (banded?.[2] === 'common') return `${words}, ${t('pairs.commonName')}`
  const isRare = Number.parseInt(banded?.[2] ?? '', 10) >= rareBits
  return isRare ? `${words}, ${t('pairs.rareName')}` : words
}

/** A name of so many bits is one in four thousand or rarer. */
const rareBits = 12

function Stairs({
  stairs,
  children,
}: {
  readonly stairs: Staircase
  readonly children: React.ReactNode
}) {
  return (
    <>
      <svg className="stairs-band" width="100%" height="100%" aria-hidden>
        <rect
          x={`${stairs.doubtFrom}%`}
          width={`${stairs.doubtTo - stairs.doubtFrom}%`}
          height="100%"
        />
      </svg>
      <svg className="stairs-step" width="100%" height="22" aria-hidden>
        {children}
      </svg>
    </>
  )
}

/** Facts that the answer tells; the others are compared but not told. */
const shownFacts = ['name', 'nik', 'kk', 'birth date', 'place', 'sex', 'mother or head']

function isShown(comparison: string): boolean {
  return shownFacts.includes(comparison)
}

function shownValue(side: Side, comparison: string): React.ReactNode {
  const value = sideValue(side, comparison)
  if (value === null || value === '') return <i className="text-unknown">{t('files.empty')}</i>
  return value
}

function sideValue(side: Side, comparison: string): string | null | undefined {
  switch (comparison) {
    case 'name':
      return side.name
    case 'nik':
      return side.nikMasked && inFours(side.nikMasked)
    case 'kk':
      return side.kkMasked && inFours(side.kkMasked)
    case 'birth date':
      return side.birth && /^\d{4}-\d{2}-\d{2}$/.test(side.birth) ? day(side.birth) : side.birth
    case 'place':
      return [side.address, side.wardName].filter(Boolean).join(', ')
    case 'sex':
      return side.sex && t(`sex.${side.sex}`)
    case 'mother or head':
      return side.motherOrHead
    default:
      return null
  }
}

function Verdict({ pair, steps }: { readonly pair: PairLine; readonly steps: readonly Step[] }) {
  const { percentSame } = pair
  const title =
    percentSame >= 60
      ? t('pairs.ratherSame')
      : percentSame <= 40
        ? t('pairs.ratherOther')
        : t('pairs.open')
  const against = steps
    .filter(({ verdict }) => verdict === 'other')
    .map(({ comparison }) => evidenceName('compare', comparison))
  return (
    <div className="pair-verdict">
      <Dots count={percentSame} />
      <div>
        <h2>{title}</h2>
        <p>
          {t('pairs.outOf100', { count: percentSame })}{' '}
          {against.length > 0 && t('pairs.against', { what: against.join(', ') })}
        </p>
      </div>
    </div>
  )
}

function Dots({ count }: { readonly count: number }) {
  return (
    <svg
      className="dots"
      width="80"
      height="80"
      viewBox="0 0 80 80"
      role="img"
      aria-label={t('pairs.dots', { count })}
    >
      {Array.from({ length: 100 }, (_, index) => (
        <circle
          // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place
          key={index}
          className={index < count ? 'dot-same' : 'dot-other'}
          cx={4 + (index % 10) * 8}
          cy={4 + Math.floor(index / 10) * 8}
          r={index < count ? 3.3 : 2.8}
        />
      ))}
    </svg>
  )
}
