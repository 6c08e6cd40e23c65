import { useQueryClient } from '@tanstack/react-query'
import type { GroupView, NewGroupChange } from '#registry/schema'
import { changeGroup, forgetGroups, undoGroupChange } from '../../api/community-calls.ts'
import { t } from '../../i18n/language.ts'
import { useSend } from '../../shell/use-send.ts'
import { showToast } from '../../ui/toast.ts'

/** Writes about one group and takes it back; what was done is said with its undo. */
export function useGroupDeed({ groupId }: Pick<GroupView, 'groupId'>) {
  const queryClient = useQueryClient()
  const { isBusy, failure, send } = useSend()

  function undo(changeNo: number): Promise<void> {
    return send(async () => {
      await undoGroupChange(changeNo)
      showToast(t('community.undone'))
      await forgetGroups(queryClient)
    })
  }

  function write(change: NewGroupChange, onDone: () => void): Promise<void> {
    return send(async (key) => {
      const { changes } = await changeGroup(groupId, change, key)
      const made = changes[0]
      showToast(t(`community.done.${change.kind}`), made && (() => void undo(made.changeNo)))
      onDone()
      await forgetGroups(queryClient)
    }, change)
  }
  return { isBusy, failure, write, undo }
}
