import type { ReactNode } from 'react'
import {
  Autocomplete,
  Button,
  Input,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  SearchField,
  useFilter,
} from 'react-aria-components'
import { t } from '../i18n/language.ts'
import { Icon } from './Icon.tsx'

export interface Choice {
  /** Empty for "all". */
  readonly id: string
  readonly label: string
  readonly note?: string
}

/** A part of a filter sentence: a button that opens its choices; long lists can be typed into. */
export function ChoiceMenu({
  name,
  choices,
  chosen,
  onChoose,
}: {
  /** What is chosen here, for screen readers. */
  readonly name: string
  readonly choices: readonly Choice[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
}) {
  const { contains } = useFilter({ sensitivity: 'base' })
  const label = choices.find(({ id }) => id === chosen)?.label ?? chosen
  const isLong = choices.length > 12

  const menu = (
    <Menu
      className="menu-list"
      aria-label={name}
      selectionMode="single"
      selectedKeys={[`=${chosen}`]}
      disallowEmptySelection
      onAction={(key) => onChoose(String(key).slice(1))}
    >
      {choices.map(({ id, label: text, note }) => (
        <MenuItem
          key={id}
          id={`=${id}`}
          textValue={note === undefined ? text : `${text} ${note}`}
          className="menu-item"
        >
          {text}
          {note !== undefined && <span className="menu-note">{note}</span>}
        </MenuItem>
      ))}
    </Menu>
  )

  return (
    <MenuTrigger>
      <Button className="sentence-part" aria-label={`${name}: ${label}`}>
        {label}
        <Icon name="down" size={12} />
      </Button>
      <Popover className="popover" placement="bottom start">
        {isLong ? (
          <div className="menu-long">
            <Autocomplete filter={contains}>
              <TypeAhead name={name} />
              {menu}
            </Autocomplete>
          </div>
        ) : (
          menu
        )}
      </Popover>
    </MenuTrigger>
  )
}

function TypeAhead({ name }: { readonly name: string }): ReactNode {
  return (
    <SearchField aria-label={t('filter.typeToFind', { name })} autoFocus className="palette-field">
      <Icon name="search" size={16} />
      <Input placeholder={t('filter.typeToFind', { name })} />
    </SearchField>
  )
}
