import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { FamilyPage } from '#insight/schema'
import { familyQuery, joinedHelpQuery } from '../../api/queries.ts'
import { t } from '../../i18n/language.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { FindFamily } from '../families/FindFamily.tsx'
import { doubledWords } from './DoubledHelp.tsx'
import { FamilyHead } from './FamilyHead.tsx'
import { FamilySide } from './FamilySide.tsx'
import { factsOf, factWords } from './group-facts.ts'
import { ReasonAndSend } from './ReasonAndSend.tsx'
import { useGroupChange } from './use-group-change.ts'
import './groups.css'

const route = getRouteApi('/officer/keluarga/$familyId/satukan')

/** One family with another: found by name or number, seen side by side, with what would follow. */
export function JoinPage() {
  const { familyId } = route.useParams()
  const { dengan } = route.useSearch()
  const navigate = route.useNavigate()
  const query = useQuery(familyQuery(familyId))
  return (
    <div className="page">
      <Loaded query={query} shape="cards">
        {(family) => (
          <>
            <FamilyHead title={t('group.join')} note={t('group.joinHow')} family={family} />
            {dengan === undefined ? (
              <section className="card">
                <FindFamily
                  label={t('families.searchLabel')}
                  except={family.familyId}
                  onChoose={(other) => void navigate({ search: { dengan: other } })}
                />
              </section>
            ) : (
              <>
                <p>
                  <button
                    type="button"
                    className="link-button"
                    onClick={() => void navigate({ search: {} })}
                  >
                    {t('group.chooseOther')}
                  </button>
                </p>
                <WithOther family={family} otherId={dengan} />
              </>
            )}
          </>
        )}
      </Loaded>
    </div>
  )
}

function WithOther(props: { readonly family: FamilyPage; readonly otherId: string }) {
  const query = useQuery(familyQuery(props.otherId))
  const { send, failure, isBusy } = useGroupChange(props.family.familyId)
  return (
    <Loaded query={query} shape="cards">
      {(other) =>
        other.familyId === props.family.familyId ? (
          <p className="notice">{t('group.sameAlready')}</p>
        ) : (
          <>
            <div className="group-sides">
              <FamilySide family={props.family} />
              <FamilySide family={other} />
            </div>
            <JoinConsequences left={props.family} right={other} />
            <ReasonAndSend
              deed={t('group.doJoin')}
              isBusy={isBusy}
              failure={failure}
              onSend={(reason) =>
                void send({
                  kind: 'same-family',
                  left: { familyId: props.family.familyId },
                  right: { familyId: other.familyId },
                  reason,
                })
              }
            />
          </>
        )
      }
    </Loaded>
  )
}

function JoinConsequences({
  left,
  right,
}: {
  readonly left: FamilyPage
  readonly right: FamilyPage
}) {
  const needs = [...new Set([left, right].flatMap((one) => factsOf(one, 'lacks').map(factWords)))]
  const help = useQuery(joinedHelpQuery(left.familyId, right.familyId))
  const living = [left, right].flatMap(({ members }) =>
    members.filter(({ status }) => status === 'active'),
  )
  return (
    <section className="card stack">
      <h2>{t('group.then')}</h2>
      <ul className="list-lines">
        <li>{t('group.oneFamily', { count: living.length })}</li>
        <li>
          {needs.length === 0
            ? t('group.noNeeds')
            : t('group.needsOfOne', { what: needs.join('; ') })}
        </li>
        <li>
          <Loaded query={help} shape="list">
            {({ help: doubled }) => doubledWords(doubled)}
          </Loaded>
        </li>
        <li>{t('group.leadsOn')}</li>
      </ul>
    </section>
  )
}
