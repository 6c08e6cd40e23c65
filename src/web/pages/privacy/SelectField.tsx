import { codeWords } from '../../i18n/language.ts'

/** One of a closed list, in words. */
export function SelectField<Code extends string>({
  name,
  label,
  group,
  codes,
  value,
  onChoose,
}: {
  readonly name: string
  readonly label: string
  /** Of the messages: `requestKind`. */
  readonly group: string
  readonly codes: readonly Code[]
  readonly value?: Code | undefined
  readonly onChoose?: (code: Code) => void
}) {
  return (
    <p className="field">
      <label htmlFor={name}>{label}</label>
      <select
        className="input"
        id={name}
        name={name}
        {...(value === undefined ? {} : { value })}
        onChange={(event) => {
          const chosen = codes.find((code) => code === event.currentTarget.value)
          if (chosen !== undefined) onChoose?.(chosen)
        }}
      >
        {codes.map((code) => (
          <option key={code} value={code}>
            {codeWords(group, code)}
          </option>
        ))}
      </select>
    </p>
  )
}
