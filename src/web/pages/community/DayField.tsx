/** A day up to today; the days that cannot be are refused with words by the server. */
export function DayField({ name, label }: { readonly name: string; readonly label: string }) {
  return (
    <p className="field">
      <label htmlFor={name}>{label}</label>
      <input
        className="input"
        id={name}
        name={name}
        type="date"
        defaultValue={isoToday()}
        required
      />
    </p>
  )
}

/** Today where this device stands. */
function isoToday(): string {
  const now = new Date()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
