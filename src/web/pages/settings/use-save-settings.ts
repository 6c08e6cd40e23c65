import { useQueryClient } from '@tanstack/react-query'
import type { OfficeSettings } from '#access/schema'
import { ApiProblem } from '../../api/http.ts'
import { changeSettings, settingHistoryQuery, settingsQuery } from '../../api/settings-calls.ts'
import { t } from '../../i18n/language.ts'
import { useSend } from '../../shell/use-send.ts'
import { showToast } from '../../ui/toast.ts'

/** Saves a part of the settings on the reading it was written on, and can take it back. */
export function useSaveSettings() {
  const { isBusy, failure, send } = useSend()
  const queryClient = useQueryClient()

  function save(part: Partial<OfficeSettings>, words = t('settings.saved')): void {
    void send(async () => {
      const present = queryClient.getQueryData(settingsQuery.queryKey)
      if (!present) return
      try {
        const saved = await changeSettings({ ...present, ...part })
        queryClient.setQueryData(settingsQuery.queryKey, saved)
        const former = formerOf(present, part)
        showToast(words, () => save(former, t('settings.undone')))
      } catch (error) {
        // Somebody else changed them: what they made of them is shown beside the refusal.
        if (error instanceof ApiProblem && error.code === 'version-outdated') {
          await queryClient.invalidateQueries({ queryKey: settingsQuery.queryKey, exact: true })
        }
        throw error
      } finally {
        await queryClient.invalidateQueries({ queryKey: settingHistoryQuery.queryKey })
      }
    })
  }
  return { isBusy, failure, save }
}

function formerOf(present: OfficeSettings, part: Partial<OfficeSettings>): Partial<OfficeSettings> {
  return {
    ...(part.office ? { office: present.office } : {}),
    ...(part.sessions ? { sessions: present.sessions } : {}),
    ...(part.secondFactorRoles ? { secondFactorRoles: present.secondFactorRoles } : {}),
  }
}
