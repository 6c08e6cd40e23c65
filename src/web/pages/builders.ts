import type {
  AllocationPage,
  AllocationRow,
  Dashboard,
  FamilyLine,
  FamilyPage,
  GridEntry,
  PairLine,
  ProgrammeLine,
} from '#insight/schema'

/** A line of the list of families; say only what matters. */
export function aFamilyLine(part: Partial<FamilyLine> = {}): FamilyLine {
  return {
    familyId: 'k7f2m9q4xa',
    headName: 'NORLELA',
    wardName: 'Petuk Katimpun',
    rt: 3,
    memberCount: 6,
    decile: 2,
    lacks: ['WATER'],
    topScore: 560,
    servedBy: [],
    listCount: 5,
    matched: [],
    ...part,
  }
}

/** A fact of the grid. */
export function aGridEntry(part: Partial<GridEntry> = {}): GridEntry {
  return {
    state: 'lacks',
    indicator: 'WATER',
    textId: 'Air minum dari sungai',
    textEn: 'Drinks from the river',
    noteId: 'tingkat 2',
    noteEn: 'level 2',
    reasonId: 'Kurang karena sumbernya sungai.',
    reasonEn: 'Lacking because the source is a river.',
    facts: [{ fact: 'water', value: 'surface', file: '07_Air_Sanitasi.csv', sheet: '', row: 418 }],
    points: [
      { reason: 'severity-2', points: 200 },
      { reason: 'decile-2', points: 160 },
    ],
    personId: null,
    ...part,
  }
}

/** A family of three generations. */
export function aFamily(part: Partial<FamilyPage> = {}): FamilyPage {
  const member = {
    personId: 'p000000001',
    name: 'NORLELA',
    relation: 'head',
    sex: 'female',
    ageYears: 41,
    ageMonths: null,
    nikMasked: '6271 •••• •••• 0002',
    education: 'primary',
    schoolParticipation: null,
    occupation: 'buruh cuci',
    jknStatus: 'active',
    status: 'active' as const,
    statusDate: null,
  }
  return {
    familyId: 'k7f2m9q4xa',
    mergedInto: null,
    headName: 'NORLELA',
    headSex: 'female',
    kkMasked: '6271 •••• •••• 0014',
    wardCode: '62.71.03.1004',
    wardName: 'Petuk Katimpun',
    districtName: 'Jekan Raya',
    address: 'Tepi Sungai Rungan',
    rt: 3,
    rw: 1,
    decile: 2,
    decileSource: null,
    flags: ['woman-head', 'something-new'],
    counts: {
      lacks: 1,
      sectors: 1,
      urgent: 0,
      received: 2,
      promised: 0,
      receivedRpPerMonth: 762_500,
    },
    deprivation: { lacks: 3, known: 16, of: 19 },
    area: { accessId: 'Jauh', accessEn: 'Far', floodTimes: 2 },
    marks: [],
    nextSteps: [],
    grid: { basic: [], education: [], health: [], water: [], housing: [], livelihood: [] },
    dwelling: null,
    members: [
      member,
      {
        ...member,
        personId: 'p000000002',
        name: 'AULIA',
        relation: 'child',
        ageYears: 16,
        education: 'junior',
        schoolParticipation: 'left',
        occupation: null,
      },
    ],
    lists: [],
    programmes: [],
    questions: [],
    sources: [],
    ...part,
  }
}

/** A programme that the family can get. */
export function aProgrammeLine(part: Partial<ProgrammeLine> = {}): ProgrammeLine {
  return {
    programme: 'PKH',
    nameId: 'Program Keluarga Harapan',
    nameEn: 'Family Hope Programme',
    personName: null,
    result: 'eligible',
    isReceiving: false,
    amountRp: 500_000,
    isAmountMinimum: false,
    amountPeriod: 'quarter',
    decidedBy: 'Kementerian Sosial',
    decidedByEn: 'the ministry of social affairs',
    reasonId: 'Bisa mendapat PKH.',
    reasonEn: 'Can get PKH.',
    ruleVersion: 'PKH@2025-01-01',
    source: 'Permensos 1/2018',
    ...part,
  }
}

/** A doubtful pair of two records. */
export function aPair(part: Partial<PairLine> = {}): PairLine {
  const side = {
    personId: 'p000000001',
    familyId: 'k7f2m9q4xa',
    name: 'SITI NORLELA',
    birth: '1985-11-05',
    nikMasked: '6271 •••• •••• 0024',
    kkMasked: null,
    address: 'RT 003',
    wardName: 'Petuk Katimpun',
    sex: null,
    motherOrHead: null,
    memberCount: 4,
    file: '02_PKH.xlsx',
    sheet: 'PKH',
    row: 77,
  }
  return {
    pairKey: 'pasangan01',
    look: 'first',
    answers: [],
    question: null,
    percentSame: 85,
    left: side,
    right: { ...side, file: '06_RTLH.xlsx', row: 6, nikMasked: '6271 •••• •••• 0042' },
    evidence: [
      { comparison: 'nik', level: 'one slip', weightBits: 9 },
      { comparison: 'place', level: 'another ward', weightBits: -4 },
      { comparison: 'phone', level: 'missing', weightBits: 0 },
    ],
    ...part,
  }
}

/** A plan of one ward and one offer. */
export function anAllocation(): AllocationPage {
  return {
    plan: {
      planId: 'p1',
      on: '2025-07-01',
      needs: 100,
      served: 60,
      amountRp: 18_600_000_000,
      budgetRp: 18_900_000_000,
      value: 99_999,
      upperBound: 100_000,
    },
    sectors: [{ sector: 'housing', needs: 100, served: 60 }],
    wards: [{ code: '62.71.01.1001', name: 'Pahandut', needs: 100, served: 60 }],
    offers: [
      {
        offerId: 'P01',
        provider: 'Disperkimtan',
        what: 'BSPS',
        sector: 'housing',
        indicator: 'HOUSING',
        units: 60,
        unitCostRp: 20_000_000,
        used: 60,
        usedRp: 1_200_000_000,
        pricePoints: 815,
        leftReason: null,
        wards: [],
        filter: '',
        questions: [],
      },
    ],
    unservedReasons: [{ reasonCode: 'below-cutoff', needs: 40 }],
  }
}

/** A need that is not served, or with an offer one that is. */
export function anAllocationRow(part: Partial<AllocationRow> = {}): AllocationRow {
  return {
    needId: 'n1',
    familyId: 'k7f2m9q4xa',
    headName: 'YUSUF',
    personName: null,
    wardName: 'Menteng',
    sector: 'housing',
    indicator: 'HOUSING',
    score: 742,
    offerId: null,
    provider: null,
    what: null,
    amountRp: null,
    reasonId: 'Belum kebagian: nilai kebutuhan 742, tempat terakhir 815.',
    reasonEn: 'Not served yet: need score 742, last place 815.',
    reasonCode: 'below-cutoff',
    cutoff: 815,
    ...part,
  }
}

/** A city of two wards, one of them too small to show. */
export function aDashboard(): Dashboard {
  const needsBySector = {
    basic: 40,
    education: 0,
    health: 3,
    water: 12,
    housing: 0,
    livelihood: 0,
  }
  return {
    on: '2025-07-01',
    persons: 900,
    families: 300,
    lists: 12,
    rows: 1_800,
    familiesByListCount: [
      { lists: 1, families: 200 },
      { lists: 2, families: 100 },
    ],
    served: { none: 84, one: 60, several: 20 },
    overlaps: [
      { kind: 'conflict', pairs: 0, families: 0, uncertainPairs: 0 },
      { kind: 'duplicate', pairs: 41, families: 37, uncertainPairs: 12 },
      { kind: 'complementary', pairs: 510, families: 140, uncertainPairs: 0 },
    ],
    indicators: [
      {
        sector: 'water',
        indicator: 'WATER',
        families: 120,
        unservedFamilies: 80,
        unknownFamilies: 15,
      },
    ],
    wards: [
      {
        code: '62.71.01.1001',
        name: 'Pahandut',
        district: 'Pahandut',
        families: 200,
        familiesInNeed: 140,
        unserved: 80,
        needsBySector,
      },
      {
        code: '62.71.05.1006',
        name: 'Gaung Baru',
        district: 'Rakumpit',
        families: 8,
        familiesInNeed: 5,
        unserved: 4,
        needsBySector: { ...needsBySector, basic: 4, water: 1 },
      },
    ],
    familiesWithoutWard: 0,
  }
}
