import { useId } from 'react'

/** Free words, long or short, with what to know about them. */
export function WordsField({
  name,
  label,
  hint,
  isLong = false,
  isOptional = false,
  maxLength,
}: {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly isLong?: boolean
  readonly isOptional?: boolean
  readonly maxLength: number
}) {
  const id = useId()
  const common = {
    className: 'input',
    id,
    name,
    maxLength,
    required: !isOptional,
    autoComplete: 'off',
    ...(isOptional ? {} : { minLength: 3 }),
    ...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` }),
  }
  return (
    <p className="field">
      <label htmlFor={id}>{label}</label>
      {isLong ? <textarea {...common} rows={3} /> : <input {...common} />}
      {hint !== undefined && (
        <span className="form-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </p>
  )
}
