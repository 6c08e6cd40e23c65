import { useNavigate } from '@tanstack/react-router'
import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components'
import type { Session } from '#access/schema'
import { currentLanguage, languages, showLanguage, t } from '../i18n/language.ts'
import { Icon } from '../ui/Icon.tsx'
import { initialsOf } from './initials.ts'
import { useSignOut } from './sign-out.ts'
import { chooseTheme, themes, useTheme } from './theme.ts'

/** Who is signed in; language, theme, own account, password, leave. */
export function AccountMenu({ account }: { readonly account: Session }) {
  const theme = useTheme()
  const signOut = useSignOut()
  const navigate = useNavigate()

  return (
    <MenuTrigger>
      <Button
        className="account-button"
        aria-label={t('account.label', { name: account.displayName })}
      >
        <span className="avatar">{initialsOf(account.displayName)}</span>
        <span className="account-name">{account.organisationName || account.displayName}</span>
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu-list" aria-label={t('account.menu')}>
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[currentLanguage()]}
            onSelectionChange={(keys) => {
              const chosen = languages.find((language) => keys !== 'all' && keys.has(language))
              if (chosen) void showLanguage(chosen, true)
            }}
          >
            <Header className="menu-heading">{t('account.language')}</Header>
            {languages.map((language) => (
              <MenuItem key={language} id={language} className="menu-item">
                <Icon name="globe" size={18} />
                {t(`language.${language}`)}
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSection
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[theme]}
            onSelectionChange={(keys) => {
              const chosen = themes.find((name) => keys !== 'all' && keys.has(name))
              if (chosen) chooseTheme(chosen)
            }}
          >
            <Header className="menu-heading">{t('account.theme')}</Header>
            {themes.map((name) => (
              <MenuItem key={name} id={name} className="menu-item">
                <Icon name="theme" size={18} />
                {t(`theme.${name}`)}
              </MenuItem>
            ))}
          </MenuSection>
          <MenuSection>
            <Header className="menu-heading">{account.displayName}</Header>
            <MenuItem className="menu-item" onAction={() => navigate({ to: '/akun' })}>
              <Icon name="person" size={18} />
              {t('own.title')}
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => navigate({ to: '/sandi' })}>
              <Icon name="key" size={18} />
              {t('account.password')}
            </MenuItem>
            <MenuItem className="menu-item" onAction={() => void signOut()}>
              <Icon name="leave" size={18} />
              {t('account.leave')}
            </MenuItem>
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
