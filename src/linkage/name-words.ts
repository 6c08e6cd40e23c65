/** Words around a name that do not tell one person from another, and spellings that mean one name. */

type HonorificSex = 'male' | 'female' | 'any'

/** Forms of address before a name, and the sex that they tell. Kin words may stand before a child's name. */
export const honorifics: ReadonlyMap<string, HonorificSex> = new Map<string, HonorificSex>([
  ...male('bapak bapa bpk bp pak pa bapaknya abah abi ayah tn tuan sdr saudara'),
  ...male('kai kakek datu bue pakde paman amang mang om'),
  ...female('ibu bu ibunya ny nyonya nn nona sdri saudari mama mamak mak mamanya indu umanya uma'),
  ...female('umi ummi acil nini nenek nenenda tambi bude bulek tante mbok'),
  ...any('mbah julak gulu anak almarhum almarhumah alm almh yth sdra'),
])

/** Titles of pilgrimage and learning that stand before a name. */
export const leadingTitles: ReadonlyMap<string, HonorificSex> = new Map<string, HonorificSex>([
  ...male('h haji'),
  ...female('hj hajjah hajah'),
  ...any('dr drg ir drs dra prof kh ust ustadz ustad ustadzah pdt pendeta rev'),
])

/** Degrees behind a name, dots taken out: S.Pd, A.Md.Keb, M.Si. */
export const degrees: ReadonlySet<string> = new Set(
  (
    'sh se st spd spdi skom sth ssos sag sip skm skep sked skh shut spt spi ssi ssn sst stp sp ' +
    'sfarm spsi sei sab sap sakt amd amk amkeb amdkeb amdkep amdkom ama mm msi mpd mh mkom mkes ' +
    'mt ma mag msc mba phd ners apt ap ba bsc bba'
  ).split(' '),
)

/** What follows these words is another person's name: son of, daughter of, known as. */
export const cutWords: ReadonlySet<string> = new Set(
  'bin binti bt bte bti binte als alias'.split(' '),
)

/** Spellings that mean one name, folded spelling (see `foldWord`) to the common form. */
export const nameVariants: ReadonlyMap<string, string> = new Map([
  ...oneName(
    'muhammad',
    'muhamad mohammad mohamad moh mohd muh mhd mochammad mochamad moch much md',
  ),
  ...oneName('ahmad', 'achmad akhmad ahmat amad akmad'),
  ...oneName('siti', 'sitti st'),
  ...oneName('nur', 'noor nor noer'),
  ...oneName('abdul', 'abd abdoel abdool'),
  ...oneName('fatimah', 'patimah fatmah fatima'),
  ...oneName('yohanes', 'johanes yohannes johannes yohanis'),
  ...oneName('yusuf', 'jusuf yusup yoesoef'),
  ...oneName('elisabet', 'elisabeth elizabet elizabeth'),
  ...oneName('kristian', 'christian kristyan'),
  ...oneName('khadijah', 'hadijah kadijah siti-khadijah'),
  ...oneName('aisyah', 'aisah aisha aisya'),
  ...oneName('ismail', 'ismael'),
  ...oneName('sulaiman', 'sulaeman soelaiman'),
])

function male(words: string): [string, HonorificSex][] {
  return words.split(' ').map((word) => [word, 'male'])
}
function female(words: string): [string, HonorificSex][] {
  return words.split(' ').map((word) => [word, 'female'])
}
function any(words: string): [string, HonorificSex][] {
  return words.split(' ').map((word) => [word, 'any'])
}
function oneName(name: string, variants: string): [string, string][] {
  return variants.split(' ').map((variant) => [variant, name])
}
