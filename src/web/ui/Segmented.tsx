/** A choice of two to four views, all in sight. */
export function Segmented<Id extends string>({
  name,
  choices,
  chosen,
  onChoose,
}: {
  readonly name: string
  readonly choices: readonly { readonly id: Id; readonly label: string }[]
  readonly chosen: Id
  readonly onChoose: (id: Id) => void
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one control
    <div className="segmented" role="group" aria-label={name}>
      {choices.map(({ id, label }) => (
        <button key={id} type="button" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
          {label}
        </button>
      ))}
    </div>
  )
}
