import { allOf, anyOf, type Claim, known, not, unknown } from './claim.ts'
import { type FamilyView, familyFact, told } from './family-view.ts'
import { type Finding, familyFinding, given, type Severity } from './finding.ts'
import { isNearPoor } from './poverty.ts'

/** Sources that are safe to drink from only away from a cesspit. */
const groundSources = ['borehole', 'protected-well', 'protected-spring']
const unsafeSources = ['unprotected-well', 'unprotected-spring', 'surface']
const boughtSources = ['bottled', 'refill']

/** A well nearer to a cesspit than this many metres is not safe. @source HREIS: more than 10 m. */
const safeDistanceM = 10

/**
 * Drinking water: an open well or spring, river or lake. Rain is safe here, as in HREIS. A ground
 * source within 10 m of a cesspit is not counted as safe, and a test settles whether it is; who buys
 * water to drink may still wash in the river, which near poverty is a question. River water is the
 * rule on the bank, so there it weighs less than a polluted well.
 */
export function drinkingWater(view: FamilyView): Finding {
  const unsafe = familyFact(view, 'water', (source) => unsafeSources.includes(source))
  const tooNear = given(
    familyFact(view, 'water', (source) => groundSources.includes(source)),
    nearCesspit(view),
  )
  const elsewhere = given(
    familyFact(view, 'water', (source) => source === 'other'),
    unknown({ fact: 'water' }),
  )
  const washing = given(
    familyFact(view, 'water', (source) => boughtSources.includes(source)),
    isNearPoor(view),
    unknown({ fact: 'washingWater' }),
  )
  const heard = unsafe.value === true ? known(false) : told(view, 'unsafe-water')
  return familyFinding(anyOf(unsafe, heard, tooNear, elsewhere, washing), waterSeverity(view))
}

/** Far enough is safe; nearer is for a test of the water to settle, unmeasured for a tape. */
function nearCesspit(view: FamilyView): Claim {
  const isFar = familyFact(view, 'wellToCesspitM', (metres) => metres > safeDistanceM)
  if (isFar.value === null) return isFar
  return isFar.value ? known(false) : unknown({ fact: 'waterQuality' })
}

function waterSeverity(view: FamilyView): Severity {
  const hasChild = view.members.some(({ age }) => age !== null && age < 5)
  const base = view.family.water === 'surface' ? 2 : 3
  return hasChild ? (base === 2 ? 3 : 4) : base
}

/** Whose toilet counts as safe when closet and pit are. @source PUPR, HREIS metadata. */
const privateToilets = ['own', 'shared', 'communal']

/**
 * Sanitation is safe with an own, shared or communal toilet, a water-seal closet and a septic tank
 * or treatment. One part known to fail decides; parts nobody told stay a question. A toilet over
 * the water is a matter for the whole bank, and is told as such.
 */
export function sanitation(view: FamilyView): Finding {
  const safe = allOf(
    familyFact(view, 'toilet', (toilet) => privateToilets.includes(toilet)),
    familyFact(view, 'closet', (closet) => closet === 'goose-neck'),
    familyFact(view, 'wasteDisposal', (end) => end === 'septic' || end === 'treatment'),
  )
  const claim = anyOf(not(safe), safe.value === null ? told(view, 'no-toilet') : known(false))
  return familyFinding(claim, sanitationSeverity(view))
}

function sanitationSeverity(view: FamilyView): Severity {
  const { toilet, closet, wasteDisposal } = view.family
  if (toilet === 'none' || toilet === 'unused') return 4
  if (closet === 'over-water' || wasteDisposal === 'water-body') return 3
  if (toilet === 'public') return 3
  return 2
}
