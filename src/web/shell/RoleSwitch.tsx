import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import { ownGrantsQuery } from '../api/queries.ts'
import { t } from '../i18n/language.ts'
import { roleName, scopeWords } from '../pages/people/grant-words.ts'
import { Icon } from '../ui/Icon.tsx'
import { useActAs } from './use-act-as.ts'

/** "Bertindak sebagai …": the role in use, and the others that one holds. */
export function RoleSwitch() {
  const { data } = useQuery(ownGrantsQuery)
  const { actAs } = useActAs()
  const navigate = useNavigate()
  const grants = data?.grants ?? []
  const [inUse] = grants
  if (!data) return null

  const role = inUse ? roleName(inUse.role) : t('acting.none')
  return (
    <MenuTrigger>
      <Button className="role-switch" aria-label={t('acting.switch', { role })}>
        <small>{t('acting.as')}</small>
        <b>{role}</b>
        {inUse && <span>{scopeWords(inUse)}</span>}
        <Icon name="down" size={14} />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Menu
          className="menu-list"
          aria-label={t('acting.as')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={inUse ? [inUse.grantId] : []}
        >
          <MenuSection>
            {grants.map((grant) => (
              <MenuItem
                key={grant.grantId}
                id={grant.grantId}
                className="menu-item"
                textValue={roleName(grant.role)}
                onAction={() => {
                  if (grant !== inUse) actAs(grant)
                }}
              >
                {roleName(grant.role)}
                <span className="menu-note">{scopeWords(grant)}</span>
              </MenuItem>
            ))}
            <MenuItem
              id="own-roles"
              className="menu-item"
              onAction={() => navigate({ to: '/peran' })}
            >
              <Icon name="key" size={18} />
              {t('menu.ownRoles')}
            </MenuItem>
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
