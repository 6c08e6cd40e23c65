import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { sessionQuery } from '../api/queries.ts'
import { t } from '../i18n/language.ts'
import { Icon } from '../ui/Icon.tsx'
import { useSearchResults } from './search-results.ts'

/** Search over families, programmes, offers, pages and actions; the first result is chosen already. */
export function SearchPalette({ onClose }: { readonly onClose: () => void }) {
  const [words, setWords] = useState('')
  const router = useRouter()
  const { data: account } = useQuery(sessionQuery)
  const { groups, isWaiting } = useSearchResults(words, account !== undefined)
  const isEmpty = groups.every(({ results }) => results.length === 0)

  return (
    <ModalOverlay isOpen isDismissable onOpenChange={onClose} className="palette-screen">
      <Modal className="palette">
        <Dialog className="palette-dialog" aria-label={t('search.label')}>
          <Autocomplete inputValue={words} onInputChange={setWords}>
            <SearchField aria-label={t('search.label')} autoFocus className="palette-field">
              <Icon name="search" size={18} />
              <Input placeholder={t('search.hint')} autoComplete="off" spellCheck="false" />
              <kbd className="kbd">Esc</kbd>
            </SearchField>
            <Menu
              className="menu-list"
              aria-label={t('search.results')}
              renderEmptyState={() => <p className="empty dim">{t('search.none')}</p>}
            >
              {groups
                .filter(({ results }) => results.length > 0)
                .map(({ title, results }) => (
                  <MenuSection key={title}>
                    <Header className="menu-heading">{title}</Header>
                    {results.map((result) => (
                      <MenuItem
                        key={result.id}
                        id={result.id}
                        textValue={result.label}
                        className="menu-item"
                        onAction={() => {
                          onClose()
                          if ('href' in result) router.history.push(result.href)
                          else result.run()
                        }}
                      >
                        <Icon name={result.icon} size={18} />
                        <span>{result.label}</span>
                        {result.note && <span className="menu-note">{result.note}</span>}
                      </MenuItem>
                    ))}
                  </MenuSection>
                ))}
            </Menu>
          </Autocomplete>
          <p className="palette-foot" role="status">
            {isWaiting ? t('search.waiting') : isEmpty ? '' : t('search.foot')}
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
