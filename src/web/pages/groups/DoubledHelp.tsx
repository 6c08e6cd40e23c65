import { useQuery } from '@tanstack/react-query'
import type { JoinedHelp } from '#insight/schema'
import { mergedHelpQuery } from '../../api/queries.ts'
import { t } from '../../i18n/language.ts'
import { Loaded } from '../../ui/Loaded.tsx'

type Help = JoinedHelp['help']

/** What help would stand twice if two persons were one, before it is decided. */
export function MergedHelp({
  personId,
  otherId,
}: {
  readonly personId: string
  readonly otherId: string
}) {
  const query = useQuery(mergedHelpQuery(personId, otherId))
  return (
    <Loaded query={query} shape="list">
      {({ help }) => doubledWords(help)}
    </Loaded>
  )
}

/** Help that would stand twice, in words. */
export function doubledWords(help: Help): string {
  return help.length === 0
    ? t('group.noDouble')
    : t('group.double', { what: help.map(helpWords).join('; ') })
}

function helpWords({ kind, isCertain, one, other }: Help[number]): string {
  const what = one === other ? one : `${one} + ${other}`
  if (kind === 'conflict') return t('group.forbidden', { what })
  return isCertain ? what : t('group.uncertain', { what })
}
