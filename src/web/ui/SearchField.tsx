import { Icon } from './Icon.tsx'

/** Where a list is asked for words; what they are is told to those who do not see the glass. */
export function SearchField(props: {
  readonly label: string
  readonly hint: string
  readonly words: string
  readonly onChange: (words: string) => void
}) {
  return (
    <label className="search-field">
      <Icon name="search" size={18} />
      <span className="sr-only">{props.label}</span>
      <input
        className="input"
        type="search"
        value={props.words}
        onChange={(event) => props.onChange(event.target.value)}
        placeholder={props.hint}
        autoComplete="off"
        spellCheck="false"
      />
    </label>
  )
}
