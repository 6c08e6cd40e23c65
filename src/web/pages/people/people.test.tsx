// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { openPage, Refusal } from '../open-page.tsx'
import { todayHere } from './grant-words.ts'

const rina = {
  accountId: 'rina-key',
  userName: 'rina',
  displayName: 'Rina Agustina',
  organisationId: 'dinkes',
  organisationName: 'Dinas Kesehatan',
  language: 'id',
  isDisabled: false,
  hasFirstPassword: false,
  isMine: false,
  createdOn: '2026-06-01',
  roles: ['agency-officer'],
}
const dinkes = {
  organisationId: 'dinkes',
  name: 'Dinas Kesehatan',
  kind: 'agency',
  sectors: ['health'],
  aliases: ['DINKES'],
  accounts: 1,
  families: null,
}
const grant = {
  grantId: 'grant-one',
  role: 'agency-officer',
  regions: ['62.71.01', '62.71.03.1002'],
  isOwnOrganisation: true,
  dataClasses: ['general', 'family'],
  purpose: 'service',
  validFrom: '2026-06-01',
  validTo: '2026-08-01',
  state: 'held',
  grantedOn: '2026-06-01',
  grantedBy: 'Sekretariat TKPK',
  lentBy: null,
}
const preview = {
  role: 'agency-officer',
  actions: ['read-families'],
  shownClasses: ['general', 'family'],
  hiddenClasses: ['health', 'disability', 'children', 'finances'],
  kinds: [
    { kind: 'families', count: 1284 },
    { kind: 'needs', count: null },
    { kind: 'offers', count: 0 },
  ],
  wards: [
    { ward: '62.71.01.1001', families: 1280 },
    { ward: null, families: null },
  ],
  conflict: null,
}
const organisations = { organisations: [dinkes], nextCursor: null }
const noNames = { names: [] }

const list = (accounts: object[]) => ({ accounts, total: accounts.length, nextCursor: null })

describe('PeoplePage', () => {
  it('lists people with their organisation and roles, and searches by POST', async () => {
    const calls = await openPage('/orang', {
      '/accounts/search': list([rina, { ...rina, accountId: 'b', displayName: 'Budi', roles: [] }]),
      '/organisations': organisations,
    })
    const row = (await screen.findByRole('link', { name: 'Rina Agustina' })).closest('tr')
    expect(row?.textContent).toContain('Dinas Kesehatan')
    expect(row?.textContent).toContain('Petugas dinas')
    expect(screen.getByText('belum ada peran')).toBeTruthy()
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'agus' } })
    await waitFor(() =>
      expect(calls.filter(({ path }) => path === '/accounts/search').at(-1)?.body).toEqual({
        q: 'agus',
        isDisabled: false,
      }),
    )
  })

  it('offers to show all when nobody fits', async () => {
    const calls = await openPage('/orang', {
      '/accounts/search': list([]),
      '/organisations': organisations,
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Tampilkan semua' }))
    await waitFor(() =>
      expect(calls.filter(({ path }) => path === '/accounts/search').at(-1)?.body).toEqual({}),
    )
  })

  it('says what happened when the server fails', async () => {
    await openPage('/orang', {
      '/accounts/search': new Refusal(500, { code: 'internal-fault', detail: 'Ada yang salah.' }),
      '/organisations': organisations,
    })
    expect((await screen.findByRole('alert')).textContent).toContain('Ada yang salah.')
  })
})

describe('NewPersonPage', () => {
  it('shows the first password once, to be handed over', async () => {
    const calls = await openPage('/orang/baru', {
      '/organisations': organisations,
      '/accounts': { account: rina, firstPassword: 'abcd-efgh-jkmn-pqrs-tuvw-xyz3-4567' },
    })
    fireEvent.change(await screen.findByLabelText('Nama lengkap'), {
      target: { value: 'Rina Agustina' },
    })
    fireEvent.change(screen.getByLabelText('Nama pengguna untuk masuk'), {
      target: { value: 'Rina' },
    })
    fireEvent.click(screen.getByRole('button', { name: 'Buat akun' }))
    expect(await screen.findByText('abcd-efgh-jkmn-pqrs-tuvw-xyz3-4567')).toBeTruthy()
    expect(calls.find(({ path }) => path === '/accounts')?.body).toEqual({
      displayName: 'Rina Agustina',
      organisationId: 'dinkes',
      language: 'id',
      userName: 'rina',
    })
    expect(screen.getByRole('link', { name: 'Berikan perannya' }).getAttribute('href')).toBe(
      '/orang/rina-key',
    )
  })

  it('keeps what was written when the user name is taken', async () => {
    await openPage('/orang/baru', {
      '/organisations': organisations,
      '/accounts': new Refusal(409, { code: 'user-name-taken', detail: 'Sudah dipakai.' }),
    })
    const name = await screen.findByLabelText<HTMLInputElement>('Nama lengkap')
    fireEvent.change(name, { target: { value: 'Rina' } })
    fireEvent.change(screen.getByLabelText('Nama pengguna untuk masuk'), {
      target: { value: 'rina' },
    })
    fireEvent.click(screen.getByRole('button', { name: 'Buat akun' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Sudah dipakai.')
    expect(name.value).toBe('Rina')
  })
})

describe('PersonPage', () => {
  const answers = {
    '/accounts/rina-key': { account: rina, grants: [grant], person: null },
    '/accounts/rina-key/preview': preview,
    '/organisations': organisations,
  }

  it('says each role with its place, classes and last day', async () => {
    await openPage('/orang/rina-key', answers)
    const card = (await screen.findByRole('heading', { level: 3, name: /Petugas dinas/ })).closest(
      'article',
    )
    expect(card?.textContent).toContain('1 Jun 2026 sampai 31 Jul 2026')
    expect(card?.textContent).toContain('Kec. Pahandut, Menteng, hanya urusan instansinya')
    expect(card?.textContent).toContain('untuk Melayani keluarga')
    expect(card?.textContent).toContain('diberikan Sekretariat TKPK, 1 Jun 2026')
  })

  it('ends a role today and takes it back to the day it had', async () => {
    const calls = await openPage('/orang/rina-key', {
      ...answers,
      '/accounts/rina-key/grants/grant-one': { ...grant, state: 'ended', validTo: todayHere() },
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Akhiri: Petugas dinas' }))
    const undo = await screen.findByRole('button', { name: 'Batalkan' })
    const moves = () => calls.filter(({ method }) => method === 'PATCH').map(({ body }) => body)
    expect(moves()).toEqual([{ validTo: todayHere() }])
    fireEvent.click(undo)
    await waitFor(() =>
      expect(moves()).toEqual([{ validTo: todayHere() }, { validTo: '2026-08-01' }]),
    )
  })

  it('shows beside the form what the chosen role would show, without names', async () => {
    const calls = await openPage('/orang/rina-key', answers)
    expect(await screen.findByText('1.284 keluarga di 1 kelurahan.')).toBeTruthy()
    expect(screen.getAllByText('kurang dari 10').length).toBeGreaterThan(0)
    expect(calls.find(({ path }) => path.endsWith('/preview'))?.body).toEqual({
      proposed: {
        role: 'agency-officer',
        regions: null,
        isOwnOrganisation: true,
        dataClasses: ['general', 'family'],
        purpose: 'service',
      },
    })
  })

  it('asks for a place before a role of a place is given', async () => {
    const calls = await openPage('/orang/rina-key', answers)
    fireEvent.change(await screen.findByLabelText('Peran'), { target: { value: 'ward-officer' } })
    fireEvent.click(screen.getByRole('button', { name: 'Beri peran' }))
    expect(screen.getAllByText(/Pilih wilayahnya/).length).toBeGreaterThan(0)
    expect(calls.some(({ path }) => path.endsWith('/rina-key/grants'))).toBe(false)
    fireEvent.click(screen.getByLabelText('Menteng'))
    fireEvent.click(screen.getByRole('button', { name: 'Beri peran' }))
    await waitFor(() =>
      expect(calls.find(({ path }) => path.endsWith('/rina-key/grants'))?.body).toMatchObject({
        role: 'ward-officer',
        regions: ['62.71.03.1002'],
        validTo: null,
      }),
    )
  })

  it('says which role held stands against the chosen one', async () => {
    await openPage('/orang/rina-key', {
      ...answers,
      '/accounts/rina-key/preview': {
        ...preview,
        conflict: { other: 'agency-officer', whyId: 'Yang menyusun tidak menyetujui.', whyEn: '' },
      },
    })
    expect((await screen.findByRole('alert')).textContent).toContain(
      'Tidak bisa bersama Petugas dinas: Yang menyusun tidak menyetujui.',
    )
  })

  it('fills the form with a role that ended, to be given again', async () => {
    await openPage('/orang/rina-key', {
      ...answers,
      '/accounts/rina-key': {
        account: rina,
        grants: [{ ...grant, state: 'ended', role: 'auditor', purpose: 'oversight' }],
        person: null,
      },
    })
    expect(await screen.findByText(/Belum ada peran/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Beri lagi: Auditor', hidden: true }))
    expect(screen.getByLabelText<HTMLSelectElement>('Peran').value).toBe('auditor')
  })

  it('gives no role to oneself', async () => {
    await openPage('/orang/rina-key', {
      ...answers,
      '/accounts/rina-key': { account: { ...rina, isMine: true }, grants: [grant], person: null },
    })
    expect(await screen.findByText(/Ini akun Anda sendiri/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Beri peran' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Nonaktifkan' })).toBeNull()
  })

  it('joins the account to a person of the register, who is shown masked', async () => {
    const siti = {
      personId: 'ibuaaaaaaa',
      name: 'S••• A•••',
      birthYear: 1989,
      ward: '62.71.03.1001',
      isMinor: false,
    }
    const page = { account: rina, grants: [], person: null }
    const calls = await openPage('/orang/rina-key', {
      '/accounts/rina-key': page,
      '/accounts/find-person': { persons: [siti] },
      '/organisations': organisations,
    })
    const card = within(await screen.findByRole('region', { name: 'Orang dalam register' }))
    fireEvent.change(card.getByLabelText('Nama'), { target: { value: 'Siti Aminah' } })
    fireEvent.change(card.getByLabelText('Tahun lahir'), { target: { value: '1989' } })
    fireEvent.click(card.getByRole('button', { name: 'Cari' }))
    expect(await card.findByText('S••• A•••')).toBeTruthy()
    fireEvent.click(card.getByRole('button', { name: 'Ini orangnya' }))
    await waitFor(() =>
      expect(calls.find(({ method }) => method === 'PATCH')).toMatchObject({
        path: '/accounts/rina-key',
        body: { personId: 'ibuaaaaaaa' },
      }),
    )
  })

  it('disables with a way back, and asks before a password is replaced', async () => {
    const calls = await openPage('/orang/rina-key', {
      ...answers,
      '/accounts/rina-key/reset': { account: rina, firstPassword: 'zzzzz-yyyyy' },
    })
    fireEvent.click(await screen.findByRole('button', { name: 'Nonaktifkan' }))
    expect(await screen.findByRole('button', { name: 'Batalkan' })).toBeTruthy()
    expect(calls.find(({ method }) => method === 'PATCH')?.body).toEqual({ isDisabled: true })
    fireEvent.click(screen.getByRole('button', { name: 'Kata sandi baru' }))
    expect(calls.some(({ path }) => path.endsWith('/reset'))).toBe(false)
    fireEvent.click(screen.getByRole('button', { name: 'Beri kata sandi baru' }))
    expect(await screen.findByText('zzzzz-yyyyy')).toBeTruthy()
  })
})

describe('OrganisationsPage', () => {
  it('claims a name that lists use, with a way back', async () => {
    const calls = await openPage('/instansi', {
      '/organisations': organisations,
      '/organisations/dinkes': dinkes,
      '/organisations/unclaimed-names': {
        names: [{ name: 'Dinkes Kota', lists: 2, offers: 0 }],
      },
    })
    expect(await screen.findByText('1 nama di daftar dan penawaran belum dikenali.')).toBeTruthy()
    expect(screen.getByText('kurang dari 10')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: /Milik instansi… Dinkes Kota/ }))
    fireEvent.click(await screen.findByRole('menuitemradio', { name: 'Dinas Kesehatan' }))
    expect(await screen.findByRole('button', { name: 'Batalkan' })).toBeTruthy()
    expect(calls.find(({ method }) => method === 'PATCH')?.body).toEqual({
      aliases: ['DINKES', 'Dinkes Kota'],
    })
    expect(screen.getByRole('link', { name: 'Jadikan instansi baru' }).getAttribute('href')).toBe(
      '/instansi/baru?nama=Dinkes+Kota',
    )
  })

  it('changes names and sectors, and keeps an organisation that has accounts', async () => {
    const calls = await openPage('/instansi/dinkes', {
      '/organisations': organisations,
      '/organisations/dinkes': dinkes,
      '/organisations/unclaimed-names': noNames,
    })
    fireEvent.click(await screen.findByLabelText('Air & sanitasi'))
    fireEvent.change(screen.getByLabelText(/Nama lain di daftar/), {
      target: { value: 'DINKES\n\n Dinkes Kota ' },
    })
    expect(screen.queryByRole('button', { name: 'Hapus instansi ini' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Simpan' }))
    await waitFor(() =>
      expect(calls.find(({ method }) => method === 'PATCH')?.body).toEqual({
        name: 'Dinas Kesehatan',
        kind: 'agency',
        sectors: ['health', 'water'],
        aliases: ['DINKES', 'Dinkes Kota'],
      }),
    )
  })

  it('adds one by the name that lists use', async () => {
    const calls = await openPage('/instansi/baru?nama=BAZNAS+Kota', {
      '/organisations': dinkes,
      '/organisations/unclaimed-names': noNames,
    })
    const name = await screen.findByLabelText<HTMLInputElement>('Nama resmi')
    expect(name.value).toBe('BAZNAS Kota')
    fireEvent.change(screen.getByLabelText('Jenis'), { target: { value: 'partner' } })
    fireEvent.click(screen.getByRole('button', { name: 'Simpan' }))
    await waitFor(() =>
      expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
        name: 'BAZNAS Kota',
        kind: 'partner',
        sectors: [],
        aliases: [],
      }),
    )
  })

  it('says that an organisation does not exist', async () => {
    await openPage('/instansi/nowhere', { '/organisations': organisations }).catch(() => undefined)
    expect((await screen.findByRole('alert')).textContent).toContain('organisation-not-found')
  })
})

describe('the roles that one holds', () => {
  const ward = {
    grantId: 'grant-ward',
    role: 'ward-officer',
    regions: ['62.71.03.1002'],
    isOwnOrganisation: false,
    dataClasses: ['general', 'family'],
    purpose: 'service',
  }
  const admin = { ...ward, grantId: 'grant-admin', role: 'administrator', regions: null }
  const asWard = {
    grants: [ward, admin],
    actions: ['manage-own-account', 'read-reference', 'read-families'],
  }
  const asAdmin = {
    grants: [admin, ward],
    actions: ['manage-own-account', 'read-reference', 'manage-people'],
  }
  const noFamilies = { lines: [], total: 0, nextCursor: null }

  it('say in the menu which one is in use, and show only what it opens', async () => {
    const calls = await openPage('/keluarga', {
      '/grants': asWard,
      '/families/search': noFamilies,
    })
    expect(
      (await screen.findByRole('button', { name: /Ganti peran. Sekarang: Petugas kelurahan/ }))
        .textContent,
    ).toContain('Menteng')
    const menu = within(screen.getByRole('navigation', { name: 'Menu' }))
    expect(menu.getAllByRole('link').map((link) => link.textContent)).toEqual([
      expect.stringContaining('Betang'),
      'Keluarga',
      'Kelompok',
      'Mutu data',
      'Program',
    ])
    expect(calls.map(({ path }) => path)).not.toContain('/today')
  })

  it('begin where the work of the role is', async () => {
    const calls = await openPage('/hari-ini', {
      '/grants': asAdmin,
      '/accounts/search': list([rina]),
      '/organisations': organisations,
    })
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Orang & peran')
    expect(calls.map(({ path }) => path)).not.toContain('/today')
  })

  it('are named where a page is outside the one in use, and switched there', async () => {
    const answers: Record<string, unknown> = {
      '/grants': asAdmin,
      '/grants/in-use': asWard,
      '/families/search': noFamilies,
    }
    const said = vi.spyOn(console, 'error')
    const calls = await openPage('/keluarga', answers)
    expect(
      await screen.findByText(
        'Anda bertindak sebagai Administrator. Peran itu tidak mencakup: membuka keluarga.',
      ),
    ).toBeTruthy()
    expect(calls.map(({ path }) => path)).not.toContain('/families/search')
    expect(said).not.toHaveBeenCalled()
    said.mockRestore()
    fireEvent.click(screen.getByRole('button', { name: /Petugas kelurahan · Menteng/ }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Keluarga' })).toBeTruthy()
    expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ grantId: 'grant-ward' })
  })

  it('are none for who was given none', async () => {
    await openPage('/hari-ini', {
      '/grants': { grants: [], actions: [] },
      '/grants/loans': { loans: [] },
    })
    expect(await screen.findByText(/Akun Anda belum punya peran/)).toBeTruthy()
  })

  it('are lent to a colleague until a last day, and taken back', async () => {
    const calls = await openPage('/peran', {
      '/grants': asWard,
      '/colleagues': { colleagues: [{ accountId: 'budi-key', displayName: 'Budi' }] },
      '/grants/loans': {
        loans: [
          {
            grantId: 'loan-one',
            role: 'ward-officer',
            displayName: 'Sari',
            validFrom: '2026-07-01',
            validTo: '2026-07-15',
          },
        ],
      },
      '/grants/loans/loan-one': null,
    })
    expect(await screen.findByText('Petugas kelurahan · sampai 14 Jul 2026')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Pinjamkan: Petugas kelurahan' }))
    fireEvent.change(await screen.findByLabelText('Hari terakhir'), {
      target: { value: '2099-12-31' },
    })
    fireEvent.click(screen.getByRole('button', { name: 'Pinjamkan' }))
    await waitFor(() =>
      expect(calls.find(({ method }) => method === 'POST')?.body).toEqual({
        grantId: 'grant-ward',
        accountId: 'budi-key',
        validTo: '2100-01-01',
      }),
    )
    fireEvent.click(screen.getByRole('button', { name: 'Ambil kembali: Sari' }))
    await waitFor(() =>
      expect(calls.find(({ method }) => method === 'DELETE')?.path).toBe('/grants/loans/loan-one'),
    )
  })
})
