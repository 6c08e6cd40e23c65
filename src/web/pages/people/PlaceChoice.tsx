import { districtOf, districts, wards } from '#territory/schema'
import { t } from '../../i18n/language.ts'

/** The whole city, or districts and wards of it. */
export function PlaceChoice({
  regions,
  isNeeded,
  onChange,
}: {
  readonly regions: readonly string[] | null
  /** The role is one of a place: the whole city is not offered. */
  readonly isNeeded: boolean
  readonly onChange: (regions: string[] | null) => void
}) {
  const isLimited = isNeeded || regions !== null
  const chosen = regions ?? []

  function toggle(code: string, isOn: boolean): void {
    const inside = (other: string) => districtOf(other) === code
    const kept = chosen.filter((other) => other !== code && !(isOn && inside(other)))
    const next = isOn ? [...kept, code] : kept
    onChange(next.length === 0 ? null : next.toSorted())
  }

  return (
    <fieldset className="choices">
      <legend>{t('give.where')}</legend>
      {!isNeeded && (
        <>
          <label className="choice">
            <input type="radio" name="where" checked={!isLimited} onChange={() => onChange(null)} />
            <span>{t('give.whole')}</span>
          </label>
          <label className="choice">
            <input
              type="radio"
              name="where"
              checked={isLimited}
              onChange={() => onChange(districts.slice(0, 1).map(({ code }) => code))}
            />
            <span>{t('give.parts')}</span>
          </label>
        </>
      )}
      {isLimited &&
        districts.map(({ code, name }) => (
          <details
            key={code}
            className="place-group"
            open={chosen.some((other) => districtOf(other) === code)}
          >
            <summary>{name}</summary>
            <div className="choice-places">
              <label className="choice">
                <input
                  type="checkbox"
                  checked={chosen.includes(code)}
                  onChange={(event) => toggle(code, event.target.checked)}
                />
                <span>{t('give.district', { name })}</span>
              </label>
              {wards
                .filter((ward) => ward.parent === code)
                .map((ward) => (
                  <label key={ward.code} className="choice">
                    <input
                      type="checkbox"
                      checked={chosen.includes(code) || chosen.includes(ward.code)}
                      disabled={chosen.includes(code)}
                      onChange={(event) => toggle(ward.code, event.target.checked)}
                    />
                    <span>{ward.name}</span>
                  </label>
                ))}
            </div>
          </details>
        ))}
    </fieldset>
  )
}
