import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { DwellingAsOf } from '#registry/schema'
import { dwellingAsOfQuery } from '../../api/queries.ts'
import { properName } from '../../i18n/format.ts'
import { codeWords, t } from '../../i18n/language.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { placeWords } from '../family/ListsCard.tsx'
import { asOfWords, Values } from './AsOfCard.tsx'
import { TwoDays } from './TwoDays.tsx'
import './history.css'

const route = getRouteApi('/officer/rumah/$dwellingId')

/** A house and who lives in it, now and on a past day, in two times. */
export function DwellingPage() {
  const { dwellingId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(dwellingAsOfQuery(dwellingId, search.diketahui, search.keadaan))
  const address = query.data?.families
    .flatMap(({ values }) => values)
    .find(({ field }) => field === 'address')?.value
  return (
    <div className="page">
      <PageHead
        title={address ? t('dwelling.at', { address }) : t('dwelling.title')}
        crumbs={
          <>
            <Link to="/keluarga">{t('menu.families')}</Link>
            {` › ${t('dwelling.title')}`}
          </>
        }
        note={t('dwelling.note')}
      />
      <TwoDays
        key={`${search.diketahui} ${search.keadaan}`}
        search={search}
        onSearch={(next) => navigate({ search: next })}
      />
      <Loaded query={query} shape="cards">
        {(dwelling) => <House dwelling={dwelling} />}
      </Loaded>
    </div>
  )
}

function House({
  dwelling: { knownOn, validOn, isKnown, families, absent },
}: {
  readonly dwelling: DwellingAsOf
}) {
  return (
    <section className="card stack" aria-labelledby="house">
      <h2 id="house">{asOfWords(knownOn, validOn)}</h2>
      <p className="lead">
        {isKnown ? t('dwelling.count', { count: families.length }) : t('dwelling.unknownThen')}
      </p>
      {families.map((family) => (
        <section key={family.familyId} className="past-family stack" aria-label={nameOf(family)}>
          <h3>
            <FamilyLink family={family} />{' '}
            <span className="dim">{t('dwelling.members', { count: family.memberCount })}</span>
          </h3>
          {family.shared.length > 0 && (
            <p className="small">
              {t('dwelling.sharedBy')}{' '}
              {family.shared.map(({ by, source }, place) => (
                <span key={by} title={source ? placeWords(source) : undefined}>
                  {place > 0 && ', '}
                  {t(`dwelling.${by}`)}
                </span>
              ))}
            </p>
          )}
          <Values values={family.values} />
        </section>
      ))}
      {absent.map((family) => (
        <p key={family.familyId}>
          <FamilyLink family={family} />: {codeWords('dwelling.absent', family.reason)}
        </p>
      ))}
    </section>
  )
}

type Named = Pick<DwellingAsOf['families'][number], 'familyId' | 'headName'>

function FamilyLink({ family }: { readonly family: Named }) {
  return (
    <Link to="/keluarga/$familyId" params={{ familyId: family.familyId }}>
      {nameOf(family)}
    </Link>
  )
}

function nameOf({ headName }: Named): string {
  return headName === null
    ? t('history.family')
    : t('dwelling.familyOf', { name: properName(headName) })
}
