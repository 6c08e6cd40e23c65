// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { aDashboard, anAllocation, anAllocationRow, aPair } from './builders.ts'
import { openPage, Refusal } from './open-page.tsx'

const signedOut = { '/session': new Refusal(401, { code: 'sign-in-required' }) }

describe('SignInPage', () => {
  it('is where a page sends who is not signed in', async () => {
    await openPage('/kota', signedOut)
    expect(await screen.findByLabelText('Kata sandi')).toBeTruthy()
  })

  it('does not say which of name and password was wrong', async () => {
    await openPage('/masuk', signedOut)
    fireEvent.change(screen.getByLabelText('Nama pengguna'), { target: { value: 'rina' } })
    fireEvent.change(screen.getByLabelText('Kata sandi'), { target: { value: 'x' } })
    fireEvent.click(screen.getByRole('button', { name: 'Masuk' }))
    expect((await screen.findByRole('alert')).textContent).toContain('tidak cocok')
  })
})

describe('PasswordPage', () => {
  it('stands before every page while the password is the printed one', async () => {
    await openPage('/hari-ini', {
      '/session': {
        userName: 'rina',
        displayName: 'Rina',
        organisationName: 'TKPK',
        language: 'id',
        mustChangePassword: true,
        needsSecondFactor: false,
      },
    })
    expect(await screen.findByText(/hanya untuk masuk pertama kali/)).toBeTruthy()
    fireEvent.change(screen.getByLabelText('Kata sandi sekarang'), { target: { value: 'a' } })
    fireEvent.change(screen.getByLabelText(/akan dipakai/), { target: { value: 'pendek' } })
    fireEvent.change(screen.getByLabelText('Tulis sekali lagi'), { target: { value: 'lain' } })
    fireEvent.click(screen.getByRole('button', { name: 'Simpan' }))
    expect(screen.getByRole('alert').textContent).toContain('paling sedikit 10')
    expect(screen.getByRole('alert').textContent).toContain('berbeda')
  })
})

describe('TodayPage', () => {
  it('lists what waits with its effect, in the order of the API', async () => {
    await openPage('/hari-ini', {
      '/today': {
        on: '2025-07-01',
        items: [
          { kind: 'pair', label: '', count: 37, familyCount: 41, href: '/pasangan' },
          { kind: 'quarantine', label: 'a.xlsx', count: 2, familyCount: null, href: '/berkas/3' },
        ],
        counts: { files: 1, pairs: 37, questions: 0, offers: 0 },
      },
    })
    const first = await screen.findByRole('link', { name: /37 pasangan ragu/ })
    const words = first.closest('ol')?.textContent
    expect(words).toContain('mengubah 41 keluarga')
    expect(words).toContain('2 baris ditahan di a.xlsx')
    expect(screen.getByRole('link', { name: /Pasangan ragu 37/ })).toBeTruthy()
  })

  it('teaches what to do when nothing was imported', async () => {
    await openPage('/hari-ini', {
      '/today': {
        on: null,
        items: [],
        counts: { files: 0, pairs: 0, questions: 0, offers: 0 },
      },
    })
    expect(await screen.findByText('Belum ada berkas.')).toBeTruthy()
  })
})

describe('PairsPage', () => {
  it('asks the ward by Y, and tells who judges what the ward said', async () => {
    const answer = {
      answer: 'yes',
      askedAt: '2026-07-01T02:00:00Z',
      answeredAt: '2026-07-02T02:00:00Z',
    }
    const calls = await openPage('/pasangan', {
      '/pairs': {
        pairs: [aPair({ question: { ...answer, answer: 'yes' as const } })],
        total: 1,
        nextCursor: null,
        done: { judged: 0, same: 0, latest: [] },
      },
      '/pair-questions': { questionNo: 3 },
    })
    expect(await screen.findByText(/Kata kelurahan .*: orang yang sama/)).toBeTruthy()
    fireEvent.keyDown(document.body, { key: 'y' })
    await waitFor(() =>
      expect(calls.find(({ method }) => method === 'POST')?.body).toMatchObject({
        left: { file: '02_PKH.xlsx' },
      }),
    )
  })

  it('ends with what was done, and takes the latest back by Z', async () => {
    const calls = await openPage('/pasangan', {
      '/pairs': {
        pairs: [],
        total: 0,
        nextCursor: null,
        done: { judged: 37, same: 31, latest: [12, 9] },
      },
      '/pair-judgements/12': {
        judgementNo: 12,
        look: 'first',
        answer: 'same-person',
        changeState: null,
        isWithdrawn: true,
      },
    })
    expect(await screen.findByText('Selesai: 37 dinilai, 31 sama.')).toBeTruthy()
    fireEvent.keyDown(document.body, { key: 'z' })
    await waitFor(() =>
      expect(calls.find(({ method }) => method === 'PATCH')).toMatchObject({
        path: '/pair-judgements/12',
        body: { isWithdrawn: true },
      }),
    )
  })

  it('brings a pair back whose answer did not go through, and says why', async () => {
    await openPage('/pasangan', {
      '/pairs': {
        pairs: [aPair(), aPair({ pairKey: 'pasangan02' })],
        total: 2,
        nextCursor: null,
        done: { judged: 0, same: 0, latest: [] },
      },
      '/pair-judgements': new Refusal(409, { code: 'pair-not-waiting', title: 'sudah dinilai' }),
    })
    expect(await screen.findByText(/^1 dari 2/)).toBeTruthy()
    fireEvent.keyDown(document.body, { key: 's' })
    expect(await screen.findByRole('alert')).toBeTruthy()
    expect(screen.getByText(/^1 dari 2/)).toBeTruthy()
  })

  it('proposes a threshold, which holds only where somebody takes it', async () => {
    const band = { fromBits: 0, toBits: 2, pairs: 250, same: 200, said: 0.5 }
    const estimate = { value: 0.8, from: 0.746, to: 0.845 }
    const calls = await openPage('/pasangan', {
      '/grants': { grants: [], actions: ['review-pairs', 'start-lists-job'] },
      '/pairs': {
        pairs: [aPair()],
        total: 1,
        nextCursor: null,
        done: { judged: 0, same: 0, latest: [] },
      },
      '/pair-agreement': {
        pairs: 40,
        agreed: 37,
        share: { value: 0.925, from: 0.801, to: 0.974 },
        kappa: { value: 0.776, from: 0.445, to: 0.922 },
        waiting: 2,
        open: 1,
        settled: 2,
      },
      '/linkage-threshold': {
        calibration: {
          pairs: 250,
          same: 200,
          bands: [{ ...band, share: estimate }],
          shift: { bits: 2, from: 1.6, to: 2.4 },
        },
        threshold: { presentBits: 1, adoptedAt: null, proposedBits: -1, joins: 12 },
      },
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Selengkapnya' }))
    const panel = await screen.findByRole('dialog', { name: 'Dua penilai' })
    expect(panel.textContent).toContain('Dari 40 pasangan yang dinilai dua orang, 37 sama')
    expect(panel.textContent).toContain('0,78, mungkin 0,45 sampai 0,92')
    await screen.findByRole('button', { name: 'Pakai usulan ini' })
    expect(panel.textContent).toContain('50–80 dari 100')
    expect(panel.textContent).toContain('Sekarang dua baris')
    expect(panel.textContent).toContain(
      'Usul: gabungkan sendiri mulai dari 33 dari 100. 12 pasangan',
    )
    expect(calls.some(({ method }) => method === 'PUT')).toBe(false)
    fireEvent.click(screen.getByRole('button', { name: 'Pakai usulan ini' }))
    await waitFor(() =>
      expect(calls.find(({ method }) => method === 'PUT')).toMatchObject({
        path: '/linkage-threshold',
        body: { thresholdBits: -1 },
      }),
    )
  })

  it('shows the evidence in words and the verdict out of 100', async () => {
    await openPage('/pasangan', {
      '/pairs': {
        pairs: [aPair()],
        total: 1,
        nextCursor: null,
        done: { judged: 0, same: 0, latest: [] },
      },
    })
    expect(await screen.findByText('Cenderung sama')).toBeTruthy()
    expect(screen.getByText('satu angka berbeda atau tertukar')).toBeTruthy()
    expect(screen.getByText(/Dari 100 pasangan .* 85 memang orang yang sama/)).toBeTruthy()
    expect(screen.getByText('2 hal dibandingkan, 1 mendukung')).toBeTruthy()
  })

  it('says before the decision what help would stand twice', async () => {
    const pair = aPair()
    const [one, other] = [pair.left.personId, pair.right.personId]
    const twice = { kind: 'duplicate', isCertain: true, one: 'SEMBAKO', other: 'SEMBAKO' }
    const path = `/persons/${one}/joined-with/${other}`
    await openPage('/pasangan', {
      '/pairs': {
        pairs: [pair],
        total: 1,
        nextCursor: null,
        done: { judged: 0, same: 0, latest: [] },
      },
      [path]: { personId: one, otherId: other, help: [twice] },
    })
    const words =
      'Bantuan yang akan tampak ganda: SEMBAKO. Ditandai untuk diperiksa, bukan dihentikan.'
    expect(await screen.findByText(words)).toBeTruthy()
  })
})

describe('AllocationPage', () => {
  const answers = {
    '/allocation': anAllocation(),
    '/allocation/rows': { rows: [anAllocationRow()], total: 40, nextCursor: null },
    '/map': { noticeId: '', noticeEn: '', wards: [] },
  }

  it('never rounds the proof up to the whole', async () => {
    await openPage('/alokasi', answers)
    expect(await screen.findByText('99,99%')).toBeTruthy()
  })

  it('asks for the list of the address and explains a row', async () => {
    const calls = await openPage('/alokasi?daftar=belum&bidang=rumah&kelurahan=6271011001', answers)
    fireEvent.click(await screen.findByRole('button', { name: 'Yusuf' }))
    expect(screen.getByRole('dialog').textContent).toContain('tempat terakhir 815')
    expect(calls.find(({ path }) => path === '/allocation/rows')?.body).toEqual({
      state: 'unserved',
      sector: 'housing',
      ward: '62.71.01.1001',
    })
  })
})

describe('CityPage', () => {
  it('opens with the finding and keeps small cells back', async () => {
    await openPage('/kota', {
      '/dashboard': aDashboard(),
      '/map': { noticeId: '', noticeEn: '', wards: [] },
    })
    await waitFor(() =>
      expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
        '84 keluarga belum dilayani siapa pun',
      ),
    )
    const table = screen.getByRole('table', { name: 'Kebutuhan per kelurahan dan bidang' })
    const row = within(table).getByRole('link', { name: 'Gaung Baru' }).closest('tr')
    const cells = [...(row?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent)
    expect(cells).toEqual(['<10', '–', '<10', '<10', '–', '–', '<10'])
  })

  it('says where help meets, and what is still to be confirmed', async () => {
    await openPage('/kota', {
      '/dashboard': aDashboard(),
      '/map': { noticeId: '', noticeEn: '', wards: [] },
    })
    const heading = await screen.findByText('Bantuan apa yang bertemu di satu keluarga?')
    const rows = [...(heading.closest('section')?.querySelectorAll('.bar-rows > div') ?? [])]
    expect(rows.map((row) => [...row.querySelectorAll('p')].map((p) => p.textContent))).toEqual([
      ['Bertabrakan: menurut aturan tidak boleh bersama0'],
      [
        'Ganda: sejenis, dalam satu musim37',
        '12 dari 41 pasang perlu dipastikan: tanggalnya belum diketahui',
      ],
      ['Saling melengkapi: bantuan yang berbeda140'],
    ])
  })
})

describe('PairQuestionsPage', () => {
  it('takes an answer by one tap', async () => {
    const question = {
      questionNo: 4,
      left: { name: 'SITI NORLELA', place: 'Jl. Mawar 3, Menteng' },
      right: { name: 'NORLELA', place: '' },
      organisation: 'Sekretariat TKPK',
      askedAt: '2026-07-01T02:00:00Z',
      answer: null,
      answeredAt: null,
    }
    const calls = await openPage('/pasangan/pertanyaan', {
      '/grants': { grants: [], actions: ['answer-pair-questions'] },
      '/pair-questions': { questions: [question] },
      '/pair-questions/4/answer': { ...question, answer: 'unknown' },
    })
    expect(
      await screen.findByRole('heading', {
        name: 'Apakah Siti Norlela dan Norlela orang yang sama?',
      }),
    ).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Tidak tahu' }))
    await waitFor(() =>
      expect(calls.find(({ method }) => method === 'PUT')).toMatchObject({
        path: '/pair-questions/4/answer',
        body: { answer: 'unknown' },
      }),
    )
  })
})
