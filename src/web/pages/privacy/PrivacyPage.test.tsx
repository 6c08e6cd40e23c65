// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Breach, SubjectRequest } from '#access/schema'
import { aFamily } from '../builders.ts'
import { openPage, Refusal } from '../open-page.tsx'

const clock = {
  receivedAt: '2026-07-01T01:00:00.000Z',
  dueAt: '2026-07-04T01:00:00.000Z',
  secondsLeft: 2 * 86_400 + 3 * 3600,
  isLate: false,
  termArticle: 'Pasal 32 ayat (2)',
}
const line = {
  requestNo: 31,
  kind: 'access',
  channel: 'desk',
  state: 'received',
  askerName: 'SITI AMINAH',
  isForChild: true,
  isIdentityChecked: false,
  clock,
  closedAt: null,
} as const
const late = { ...line, requestNo: 30, clock: { ...clock, secondsLeft: -5400, isLate: true } }
const request: SubjectRequest = {
  ...line,
  contact: '0812',
  wish: 'Saya mau melihat data anak saya',
  personId: null,
  familyId: null,
  guardian: { relation: 'parent', proof: 'akta lahir', personId: null },
  identityMeans: null,
  identityCheckedAt: null,
  refusalGround: null,
  mark: null,
  steps: [{ at: clock.receivedAt, by: 'Rina', state: 'received', note: 'desk', ground: null }],
  changes: [],
  next: ['refused', 'withdrawn'],
}
const breach: Breach = {
  breachNo: 2,
  title: 'Laptop hilang',
  knownAt: clock.receivedAt,
  revealed: 'Daftar 40 keluarga',
  dataClasses: ['children'],
  happened: 'Hilang',
  handling: 'Dikunci',
  recovery: 'Diganti',
  subjectCount: 40,
  clock: { ...clock, termArticle: 'Pasal 46 ayat (1)' },
  subjectsToldAt: null,
  authorityToldAt: '2026-07-02T01:00:00.000Z',
  publicToldAt: null,
  closedAt: null,
  steps: [],
}
const words = (text: string) => ({ id: text, en: text })
const privacy = {
  records: {
    version: '1',
    date: '2026-11-24',
    activities: [
      {
        code: 'register',
        validFrom: '2024-10-17',
        grantPurposes: ['coordination'],
        name: words('Satu register'),
        purpose: words('agar tidak ganda'),
        legalBasis: [{ letter: 'e', text: words('tugas'), source: 'x' }],
        dataClasses: ['family'],
        subjects: words('warga'),
        recipients: [words('Sekretariat TKPK')],
        retention: ['register'],
        responsible: words('Sekretariat TKPK'),
        tables: ['person'],
        notice: true,
        isAutomated: false,
      },
    ],
  },
  rights: {
    grounds: [
      {
        code: 'reveals-others',
        article: 'Pasal 33 huruf b',
        kinds: ['access'],
        name: words('milik orang lain'),
      },
      {
        code: 'value-is-right',
        article: 'Pasal 6',
        kinds: ['correction'],
        name: words('sudah benar'),
      },
    ],
  },
}
const grants = { grants: [], actions: ['manage-subject-requests', 'read-reference'] }
const open = (requests: readonly object[], counts = { openCount: 2, lateCount: 1 }) => ({
  '/grants': grants,
  '/subject-requests?state=open': { requests, ...counts, nextCursor: null },
})

describe('PrivacyPage', () => {
  it('lists requests in the order of the API with what is left of each term', async () => {
    await openPage('/permintaan-data', open([late, line]))
    expect(await screen.findByText('2 permintaan terbuka, 1 lewat batas.')).toBeTruthy()
    const [, first, second] = within(screen.getByRole('table')).getAllByRole('row')
    expect(first?.textContent).toContain('lewat 1 jam 30 menit')
    expect(second?.textContent).toContain('sisa 2 hari 3 jam')
    expect(second?.textContent).toContain('batas menurut Pasal 32 ayat (2)')
    expect(second?.textContent).toContain('Siti Aminah')
    expect(second?.textContent).toContain('untuk anak')
  })

  it('says what to do when nobody has asked', async () => {
    await openPage('/permintaan-data', open([], { openCount: 0, lateCount: 0 }))
    expect(await screen.findByRole('heading', { name: /Tidak ada permintaan/ })).toBeTruthy()
    expect(screen.getByText(/loket, di kertas atau lewat telepon/)).toBeTruthy()
  })

  it('says why the list cannot be shown, and tries again', async () => {
    const calls = await openPage('/permintaan-data', {
      '/grants': grants,
      '/subject-requests?state=open': new Refusal(500, { code: 'internal-fault' }),
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Coba lagi' }))
    await waitFor(() =>
      expect(calls.filter(({ path }) => path.startsWith('/subject-requests'))).toHaveLength(2),
    )
  })

  it('is not for other roles', async () => {
    const calls = await openPage('/permintaan-data', {
      '/grants': { grants: [], actions: ['read-families'] },
    })
    expect(calls.some(({ path }) => path.startsWith('/subject-requests'))).toBe(false)
  })

  it('shows breaches with their letters and who is still to be told', async () => {
    await openPage('/permintaan-data?bagian=kebocoran', {
      '/grants': grants,
      '/breaches': { breaches: [breach] },
    })
    const letter = await screen.findByRole('link', { name: 'Surat kepada warga' })
    expect(letter.getAttribute('href')).toBe('/api/v1/breaches/2/letter?to=subject&language=id')
    expect(screen.getByText(/Lembaga sudah diberi tahu: 2 Jul 2026/)).toBeTruthy()
    const choices = within(screen.getByLabelText('Catat pemberitahuan')).getAllByRole('option')
    expect(choices.map(({ textContent }) => textContent)).toEqual([
      'Warga sudah diberi tahu',
      'Masyarakat sudah diberi tahu',
      'Tutup catatan',
    ])
  })

  it('shows the records and the papers made from them', async () => {
    await openPage('/permintaan-data?bagian=catatan', { '/grants': grants, '/privacy': privacy })
    expect(await screen.findByRole('heading', { name: 'Satu register' })).toBeTruthy()
    expect(screen.getByText(/huruf e/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Markdown' }).getAttribute('href')).toContain(
      'format=md',
    )
  })

  it('shows what retention would do, and that it did nothing', async () => {
    await openPage('/permintaan-data?bagian=simpan', {
      '/grants': grants,
      '/privacy/retention': {
        on: '2026-07-01T00:00:00.000Z',
        lines: [
          {
            code: 'gone-persons',
            what: words('Warga yang pindah'),
            period: 'P5Y',
            countedFrom: words('hari pindah'),
            action: 'anonymise',
            source: 'UU 27/2022',
            isSettled: false,
            due: 12,
          },
        ],
      },
    })
    expect(await screen.findByText(/12 baris jatuh tempo. Tidak ada yang dihapus/)).toBeTruthy()
    const [, row] = within(screen.getByRole('table')).getAllByRole('row')
    expect(row?.textContent).toContain('5 tahun')
    expect(row?.textContent).toContain('usulan kantor')
  })
})

describe('NewRequestPage', () => {
  it('asks for a guardian only where it is about a child, and writes the request down', async () => {
    const calls = await openPage('/permintaan-data/baru', {
      '/grants': grants,
      '/subject-requests': { requestNo: 31 },
      '/subject-requests/31': request,
    })
    expect(screen.queryByLabelText('Hubungan dengan anak')).toBeNull()
    fireEvent.click(screen.getByLabelText('Ini tentang data anak'))
    const fill = (label: RegExp, value: string) =>
      fireEvent.change(screen.getByLabelText(label), { target: { value } })
    fill(/Bukti, misalnya/, 'akta lahir')
    fill(/Nama pemohon/, 'Siti Aminah')
    fill(/kata-kata pemohon/, 'Mau lihat data anak')
    fireEvent.click(screen.getByRole('button', { name: 'Simpan permintaan' }))
    await waitFor(() =>
      expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({
        kind: 'access',
        channel: 'desk',
        askerName: 'Siti Aminah',
        guardian: { relation: 'parent', proof: 'akta lahir', personId: null },
      }),
    )
    expect(await screen.findByText('Saya mau melihat data anak saya')).toBeTruthy()
  })
})

describe('RequestPage', () => {
  const answers = { '/grants': grants, '/privacy': privacy, '/subject-requests/31': request }

  it('ends the mark of a granted objection with a reason, and tells who did', async () => {
    const mark = {
      kind: 'objects-automated',
      since: '2026-06-01T01:00:00.000Z',
      endedAt: null,
      endedBy: null,
      endedReason: null,
    }
    const granted = { ...request, state: 'done', closedAt: clock.dueAt, next: [], mark }
    const calls = await openPage('/permintaan-data/31', {
      ...answers,
      '/subject-requests/31': granted,
      '/subject-requests/31/mark-end': {
        ...granted,
        mark: { ...mark, endedAt: clock.dueAt, endedBy: 'Rina', endedReason: 'Ditarik warga' },
      },
    })
    const reason = await screen.findByLabelText('Mengapa diakhiri')
    fireEvent.change(reason, { target: { value: 'Ditarik warga' } })
    fireEvent.click(screen.getByRole('button', { name: 'Akhiri tanda' }))
    expect(await screen.findByText('Ditarik warga')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Akhiri tanda' })).toBeNull()
    expect(calls.find(({ method }) => method === 'POST')).toMatchObject({
      path: '/subject-requests/31/mark-end',
      body: { reason: 'Ditarik warga' },
    })
  })

  it('refuses only with a legal ground that fits the kind', async () => {
    const calls = await openPage('/permintaan-data/31', {
      ...answers,
      '/subject-requests/31/steps': {
        ...request,
        state: 'refused',
        closedAt: clock.dueAt,
        next: [],
      },
    })
    const ground = await screen.findByLabelText('Alasan hukum penolakan')
    await waitFor(() =>
      expect(
        within(ground)
          .getAllByRole('option')
          .map(({ textContent }) => textContent),
      ).toEqual(['Pasal 33 huruf b: milik orang lain']),
    )
    fireEvent.change(screen.getByLabelText('Alasan atau catatan'), {
      target: { value: 'data tetangga' },
    })
    fireEvent.click(screen.getByRole('button', { name: 'Simpan langkah' }))
    await waitFor(() => expect(screen.getByText('Ditolak')).toBeTruthy())
    expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
      state: 'refused',
      note: 'data tetangga',
      ground: 'reveals-others',
    })
  })

  it('finds the person and notes how identity was shown', async () => {
    const person = {
      personId: 'anakaaaaaa',
      name: 'AULIA',
      birthYear: 2015,
      ward: null,
      isMinor: true,
    }
    const calls = await openPage('/permintaan-data/31', {
      ...answers,
      '/subject-requests/find-person': { persons: [person] },
      '/subject-requests/31/identity': { ...request, state: 'in-work', isIdentityChecked: true },
    })
    fireEvent.change(await screen.findByLabelText('Nama'), { target: { value: 'aulia' } })
    fireEvent.change(screen.getByLabelText('Tahun lahir'), { target: { value: '2015' } })
    fireEvent.click(screen.getByRole('button', { name: 'Cari' }))
    fireEvent.click(await screen.findByRole('button', { name: 'Ini orangnya' }))
    expect(await screen.findByRole('button', { name: 'Unduh salinan data' })).toBeTruthy()
    expect(calls.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([
      { name: 'aulia', birthYear: 2015 },
      { means: 'ktp', personId: 'anakaaaaaa' },
    ])
  })
})

describe('FamilyPage', () => {
  it('says first that a person decides where the family objected to scores', async () => {
    const marks = [
      { kind: 'objects-automated', since: '2026-07-01T02:00:00.000Z', requestNo: 4 },
    ] as const
    const family = aFamily({ marks: [...marks] })
    await openPage(`/keluarga/${family.familyId}`, { [`/families/${family.familyId}`]: family })
    expect(await screen.findByText('Keberatan: diputuskan oleh manusia.')).toBeTruthy()
    expect(screen.getByText(/Sejak 1 Jul 2026/)).toBeTruthy()
  })
})
