import excel from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { engines } from '../../test/database.ts'
import { type IntakeOffice, openIntakeOffice, thisYear } from '../../test/intake-office.ts'
import {
  FileCauses,
  FileDifference,
  GridPage,
  IntakeFile,
  IntakeFilesPage,
  IntakeSheets,
  MendAnswer,
  RevealedCells,
} from './staging/schema.ts'

/** Invented persons; the NIK bear their dates of birth. */
const siti = ['6271015203850001', '6271011203100001', 'SITI RAHMAH', '12-03-1985', 'Menteng']
const norlela = ['6271010511850002', '6271011203100002', 'NORLELA', '05-11-1985', 'Palangka']
const yusuf = ['627101011290000', '6271011203100003', 'YUSUF ARDI', '01-12-1990', 'Palangka']
const nobody = ['', '', '', '02-02-1999', 'Palangka']

function listOf(rows: readonly (readonly string[])[], title = `Sembako ${thisYear}`): string {
  const lines = rows.map((row, no) => [String(no + 1), ...row].join(';'))
  const headings = 'No;NIK;No KK;Nama;Tanggal Lahir;Kelurahan'
  return [`Daftar penerima ${title};;;;;`, headings, ...lines].join('\n')
}

const first = listOf([siti, norlela, yusuf, nobody])

describe.each(engines)('files of offices on %s', (engine) => {
  let office: IntakeOffice
  beforeAll(async () => {
    office = await openIntakeOffice(engine)
  }, 120_000)
  afterAll(() => office.close())

  async function received(content: string, headers: Readonly<Record<string, string>> = {}) {
    const answer = await office.as('dinkes').upload(content, headers)
    expect(`${answer.statusCode} ${answer.body}`).toMatch(/^201/)
    return office.as('dinkes').settled(IntakeFile.parse(answer.json()).fileId)
  }
  async function lineOf(id: string) {
    const page = IntakeFilesPage.parse((await office.as('dinkes').get('')).json())
    return page.files.find((line) => line.fileId === id)
  }
  let fileId = ''

  it('are received with their paper, read in the background, and count for nothing yet', async () => {
    const file = await received(first, {
      'x-file-name': encodeURIComponent('/rumah/Sembako — 6271015203850001.csv'),
      'x-paper-number': encodeURIComponent('460/12/BAST/2026'),
      'x-paper-date': '2026-11-02',
      'x-purpose': encodeURIComponent('verifikasi penerima'),
    })
    fileId = file.fileId
    expect(file).toMatchObject({
      name: 'Sembako — 6271••••••••0001.csv',
      state: 'read',
      organisationName: 'Kantor dinkes',
      received: { by: 'dinkes' },
      paperNumber: '460/12/BAST/2026',
      reading: { state: 'done' },
      counts: { rows: 4, held: 1, other: 2 },
      known: { personsKnown: 0, personsNew: 2, familiesNew: 3 },
      stopReasons: [],
      accepted: null,
      acceptNo: null,
    })
    expect(file.counts?.look).toBeGreaterThanOrEqual(1)
  })

  it('come once: the same content again names the first, unless it puts that right', async () => {
    const again = await office.as('dinkes').upload(first)
    expect(again.json()).toMatchObject({ status: 409, code: 'intake-content-known' })
    const replacing = await office.as('dinkes').upload(first, { 'x-replaces': fileId })
    expect(replacing.statusCode).toBe(201)
    expect(replacing.json()).toMatchObject({ replaces: fileId, name: 'daftar.csv' })
    // Another office is not told that this one has it.
    expect((await office.as('disdik').upload(first)).statusCode).toBe(201)
  })

  it('whose reading was given up say so, and are read again when asked', async () => {
    const { fileId: lost } = await received(listOf([siti], 'terhenti'))
    const was = { state: 'failed', error_code: 'job-interrupted' } as const
    await office.store.db.updateTable('job').set(was).where('subject_id', '=', lost).execute()
    expect((await office.as('dinkes').get(`/${lost}`)).json()).toMatchObject({
      reading: { state: 'failed', errorCode: 'job-interrupted' },
    })
    expect(await lineOf(fileId)).toMatchObject({ state: 'read', firstReading: null })
    expect((await office.as('dinkes').send('POST', `/${lost}/reading`)).statusCode).toBe(202)
    expect(await office.as('dinkes').settled(lost)).toMatchObject({
      reading: { state: 'done', errorCode: null },
    })
  })

  it('that were never read to the end say so in the list, and can be taken away', async () => {
    const { fileId: lost } = await received(listOf([siti], 'tak pernah terbaca'))
    const { db } = office.store
    const file = db.updateTable('intake_file').set({ state: 'received', reading: '{}' })
    await file.where('file_id', '=', lost).execute()
    const job = (state: 'running' | 'failed') =>
      db.updateTable('job').set({ state }).where('subject_id', '=', lost).execute()
    const takeAway = () =>
      office.as('dinkes').send('DELETE', `/${lost}/acceptance`, { reason: 'gagal dibaca' })
    await job('running')
    expect(await lineOf(lost)).toMatchObject({ state: 'received', firstReading: 'running' })
    expect((await takeAway()).json()).toMatchObject({ code: 'intake-file-not-accepted' })
    await job('failed')
    expect(await lineOf(lost)).toMatchObject({ state: 'received', firstReading: 'failed' })
    expect((await takeAway()).json()).toMatchObject({ state: 'withdrawn', acceptances: [] })
    expect(await lineOf(lost)).toMatchObject({ state: 'withdrawn', firstReading: null })
  })

  it('are repeated by their key and made once', async () => {
    const headers = { 'idempotency-key': 'one-and-the-same' }
    const content = listOf([siti, norlela], 'ulang')
    const [one, two] = [
      await office.as('dinkes').upload(content, headers),
      await office.as('dinkes').upload(content, headers),
    ]
    expect(one.statusCode).toBe(201)
    expect(two.json()).toEqual(one.json())
    const other = await office.as('dinkes').upload(listOf([siti], 'lain'), headers)
    expect(other.json()).toMatchObject({ code: 'idempotency-key-reused' })
  })

  it.each([
    ['nothing', '', 'intake-file-refused'],
    ['a PDF', '%PDF-1.7 …', 'intake-file-refused'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'intake-file-refused'],
  ])('refuse %s at the door', async (_, content, code) => {
    const answer = await office.as('dinkes').upload(content)
    expect(answer.json()).toMatchObject({ status: 422, code })
  })

  it('refuse what is too large, a bad name, a foreign office, and who may not', async () => {
    const large = await office.as('dinkes').upload(Buffer.alloc(20_000_001, 65))
    expect(large.json()).toMatchObject({ code: 'request-too-large' })
    const bad = await office.as('dinkes').upload('a', { 'x-file-name': '%E0%A4%A' })
    expect(bad.json()).toMatchObject({ code: 'request-invalid' })
    const foreign = await office.as('dinkes').upload('a;b\n1;2', { 'x-organisation': 'disdik' })
    expect(foreign.json()).toMatchObject({ code: 'not-permitted' })
    const unknown = await office.as('tkpk').upload('a;b\n1;2', { 'x-organisation': 'nowhere' })
    expect(unknown.json()).toMatchObject({ code: 'organisation-not-found' })
    expect((await office.as('ward').upload('a;b\n1;2')).json()).toMatchObject({
      code: 'not-permitted',
    })
  })

  it('that cannot be read say why, and cannot be accepted', async () => {
    const file = await received('Nama;NIK;Alamat\n')
    expect(file).toMatchObject({ state: 'faulty', faultCode: expect.any(String) })
    expect(file.fault?.hintId).toBeTruthy()
    const answer = await office.as('dinkes').send('POST', `/${file.fileId}/acceptance`, {})
    expect(answer.json()).toMatchObject({ status: 409, code: 'intake-file-not-read' })
  })

  it('are seen by their office and the secretariat, and exist for nobody else', async () => {
    for (const who of ['disdik', 'ward'] as const) {
      expect((await office.as(who).get(`/${fileId}`)).json()).toMatchObject({
        code: 'intake-file-not-found',
      })
    }
    const page = await office.as('tkpk').read('?state=read', IntakeFilesPage)
    expect(page.files.map((file) => file.fileId)).toContain(fileId)
    const ward = await office.as('ward').read('', IntakeFilesPage)
    expect(ward.files).toEqual([])
  })

  it('show their columns with a confidence and three of their own values, masked', async () => {
    const { sheets } = await office.as('dinkes').read(`/${fileId}/sheets`, IntakeSheets)
    expect(sheets).toHaveLength(1)
    const nik = sheets[0]?.columns.find(({ heading }) => heading === 'NIK')
    expect(nik).toMatchObject({ letter: 'B', meaning: 'nik', isCorrected: false })
    expect(nik?.samples[0]).toBe('6271••••••••0001')
    expect(sheets[0]?.counts.rows).toBe(4)
  })

  it('show their rows as written, with findings in place and no number in full', async () => {
    const answer = await office.as('dinkes').get(`/${fileId}/sheets/0/rows`)
    expect(answer.body).not.toMatch(/\d{13}/)
    const grid = GridPage.parse(answer.json())
    expect(grid.headerRow).toBe(2)
    expect(grid.rows.map(({ row }) => row)).toEqual([3, 4, 5, 6])
    expect(grid.rows[2]?.findings).toContainEqual(
      expect.objectContaining({ column: 1, code: 'nik-length', severity: 'look' }),
    )
    const held = await office.as('dinkes').read(`/${fileId}/sheets/0/rows?show=held`, GridPage)
    expect(held.rows.map(({ row }) => row)).toEqual([6])
    expect(held.total).toBe(1)
    const narrow = await office.as('narrow').read(`/${fileId}/sheets/0/rows?show=all`, GridPage)
    expect(narrow.rows).toEqual([])
    const missing = await office.as('dinkes').get(`/${fileId}/sheets/7/rows`)
    expect(missing.json()).toMatchObject({ code: 'intake-sheet-not-found' })
  })

  it('reveal a number to who proves who they are, and write that down', async () => {
    const cell = { sheetPlace: 0, row: 3, column: 1 }
    const answer = await office.as('dinkes').send('POST', `/${fileId}/reveal`, { cells: [cell] })
    expect(RevealedCells.parse(answer.json()).cells).toEqual([{ ...cell, value: siti[0] }])
    const { count } = await office.store.db
      .selectFrom('audit_event')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('action', '=', 'reveal-file-cells')
      .where('subject_id', '=', fileId)
      .executeTakeFirstOrThrow()
    expect(count).toBe(1)
    await office.store.db.updateTable('session').set({ proved_at: '2020-01-01' }).execute()
    const stale = await office.as('dinkes').send('POST', `/${fileId}/reveal`, { cells: [cell] })
    expect(stale.json()).toMatchObject({ code: 'step-up-required' })
    await office.store.db
      .updateTable('session')
      .set({ proved_at: new Date().toISOString() })
      .execute()
  })

  it('are put right by cause, by cell, and taken back; each time they are read again', async () => {
    const causes = await office.as('dinkes').read(`/${fileId}/causes`, FileCauses)
    const short = causes.causes.find(({ code }) => code === 'nik-length')
    expect(short).toMatchObject({ column: 1, rows: 1, remedy: 'send-back' })
    expect(causes.causes[0]?.severity).toBe('held')
    expect(causes).toMatchObject({ explained: causes.rows })

    const cells = [{ sheetPlace: 0, row: 6, column: 3, value: 'RUSNAH' }]
    const mended = await office.as('dinkes').send('POST', `/${fileId}/mends`, { cells })
    expect(MendAnswer.parse(mended.json())).toEqual({ cells: 1, leftOut: 0 })
    const after = await office.as('dinkes').settled(fileId)
    expect(after).toMatchObject({ counts: { held: 0 }, mendCount: 1, lastMend: { cells: 1 } })
    const grid = await office.as('dinkes').read(`/${fileId}/sheets/0/rows`, GridPage)
    expect(grid.rows[3]).toMatchObject({ mended: [{ column: 3, before: '' }] })
    expect(grid.rows[3]?.cells[3]).toBe('RUSNAH')

    // The mend of another person is not one's own to undo.
    expect(
      (await office.as('colleague').send('DELETE', `/${fileId}/mends/last`)).json(),
    ).toMatchObject({ code: 'mend-undo-empty' })
    const undone = await office.as('dinkes').send('DELETE', `/${fileId}/mends/last`)
    expect(undone.json()).toEqual({ cells: 1, leftOut: 0 })
    expect((await office.as('dinkes').settled(fileId)).counts?.held).toBe(1)
    const nowhere = await office.as('dinkes').send('POST', `/${fileId}/mends`, {
      cells: [{ sheetPlace: 0, row: 99, column: 1, value: 'x' }],
    })
    expect(nowhere.json()).toMatchObject({ code: 'intake-cell-not-found' })
  })

  it('propose the birth date that the NIK bears, for all rows of the cause at once', async () => {
    const turned = ['6271010511850002', '6271011203100002', 'NORLELA', '11-05-1985', 'Palangka']
    const file = await received(listOf([siti, turned], 'tertukar'))
    const { causes } = await office.as('dinkes').read(`/${file.fileId}/causes`, FileCauses)
    const cause = causes.find(({ code }) => code === 'nik-birth-mismatch')
    expect(cause).toMatchObject({ remedy: 'take-proposals', proposed: 1, column: 4 })
    expect(cause?.examples[0]?.proposal).toBe('05-11-1985')
    await office.as('dinkes').send('POST', `/${file.fileId}/mends`, {
      cause: { sheetPlace: 0, column: 4, code: 'nik-birth-mismatch' },
    })
    const after = await office.as('dinkes').settled(file.fileId)
    expect(after.counts).toMatchObject({ ready: 2, look: 0, held: 0 })
  })

  it('go back to their office as a workbook, and its mends come in again', async () => {
    const answer = await office.as('dinkes').get(`/${fileId}/held.xlsx?show=attention`)
    expect(answer.statusCode).toBe(200)
    const workbook = new excel.Workbook()
    await workbook.xlsx.load(new Uint8Array(answer.rawPayload).buffer)
    const [sheet] = workbook.worksheets
    const heading = sheet?.getRow(1)
    expect(heading?.getCell(7).text).toBe('Yang perlu diperbaiki')
    const rows = sheet?.getRows(2, sheet.rowCount - 1) ?? []
    const short = rows.find((row) => row.getCell(2).text === yusuf[0])
    expect(short?.getCell(7).text).toMatch(/^Baris 5: NIK: /)
    if (short) short.getCell(2).value = '6271010112900003'
    const back = new Uint8Array(await workbook.xlsx.writeBuffer())
    const taken = await office.as('dinkes').upload(back, {}, `/${fileId}/mended-file`)
    expect(taken.json()).toEqual({ cells: 1, leftOut: 0 })
    await office.as('dinkes').settled(fileId)
    const { causes } = await office.as('dinkes').read(`/${fileId}/causes`, FileCauses)
    expect(causes.find(({ code }) => code === 'nik-length')).toBeUndefined()
    const unfit = await office.as('dinkes').upload(first, {}, `/${fileId}/mended-file`)
    expect(unfit.json()).toMatchObject({ status: 422, code: 'mended-file-unfit' })
  })

  it('count when they are accepted, once, and no more when they are taken back', async () => {
    const both = await Promise.all(
      (['dinkes', 'colleague'] as const).map((who) =>
        office.as(who).send('POST', `/${fileId}/acceptance`, {}),
      ),
    )
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409])
    const accepted = await office.as('dinkes').settled(fileId)
    expect(accepted).toMatchObject({ state: 'accepted', acceptances: [{ withdrawn: null }] })
    const reason = 'berkas yang salah'
    const back = await office.as('dinkes').send('DELETE', `/${fileId}/acceptance`, { reason })
    expect(back.json()).toMatchObject({ state: 'withdrawn', acceptances: [{ reason }] })
    const twice = await office.as('dinkes').send('DELETE', `/${fileId}/acceptance`, { reason })
    expect(twice.json()).toMatchObject({ code: 'intake-file-not-accepted' })
    const again = await office.as('dinkes').send('POST', `/${fileId}/acceptance`, {})
    expect(again.json()).toMatchObject({ state: 'accepted', acceptNo: accepted.acceptNo })
  })

  it('are compared with the accepted one before: new, gone, changed', async () => {
    const moved = [...norlela.slice(0, 4), 'Bukit Tunggal']
    const fresh = ['6271010112950009', '6271011203100009', 'ARDIANSYAH', '01-12-1995', 'Menteng']
    const file = await received(listOf([siti, moved, fresh], `Sembako ${thisYear} kedua`))
    const page = await office
      .as('dinkes')
      .read(`/${file.fileId}/difference?kind=changed`, FileDifference)
    expect(page.against?.fileId).toBe(fileId)
    expect(page.counts).toMatchObject({ new: 1, gone: 1, changed: 1, same: 1 })
    expect(page.changedFields).toContainEqual({ field: 'ward', rows: 1 })
    expect(page.lines[0]).toMatchObject({ name: 'NORLELA', by: 'nik', nik: '6271••••••••0002' })
    const xlsx = await office.as('dinkes').get(`/${file.fileId}/difference.xlsx`)
    const workbook = new excel.Workbook()
    await workbook.xlsx.load(new Uint8Array(xlsx.rawPayload).buffer)
    expect(workbook.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ['Baru', 2],
      ['Hilang', 2],
      ['Berubah', expect.any(Number)],
      ['JKN nonaktif', 1],
    ])
  })

  it('are read as their officer says, and so is the next one with these headings', async () => {
    const strange = (name: string) =>
      [
        `Data ${name};;;`,
        'Xyz;Kode Satu;Sebutan Warga;Wil',
        `1;${siti[0]};${name};Menteng`,
        `2;${norlela[0]};NORLELA;Palangka`,
      ].join('\n')
    const file = await received(strange('SITI RAHMAH'))
    const at = `/${file.fileId}/sheets/0`
    const columns = { 'Kode Satu': 'nik', 'Sebutan Warga': 'name', Wil: 'ward', Xyz: 'ignore' }
    const unfit = await office
      .as('dinkes')
      .send('PUT', `${at}/mapping`, { columns: { 'Kolom lain': 'nik' } })
    expect(unfit.json()).toMatchObject({ status: 422, code: 'mapping-unfit' })
    const said = await office.as('dinkes').send('PUT', `${at}/mapping`, { kind: 'aid', columns })
    expect(said.json()).toMatchObject({ versions: [{ version: 1, made: { by: 'dinkes' } }] })
    await office.as('dinkes').settled(file.fileId)
    const yaml = await office.as('dinkes').get(`${at}/mapping.yaml`)
    expect(yaml.body).toContain('Kode Satu: nik')
    const answer = await office.as('dinkes').send('PUT', `${at}/mapping`, { columns })
    expect(answer.json().versions).toHaveLength(2)

    const next = await received(strange('RUSNAH'))
    const { sheets } = await office.as('dinkes').read(`/${next.fileId}/sheets`, IntakeSheets)
    expect(sheets[0]).toMatchObject({ mapping: { columns }, remembered: { version: 2 } })
    expect(sheets[0]?.columns.map(({ meaning }) => meaning)).toEqual([
      'ignored',
      'nik',
      'name',
      'ward',
    ])
    expect(sheets[0]?.columns[2]?.isCorrected).toBe(true)
    const text = stringify({ columns: { 'Sebutan Warga': 'headName' } })
    const byText = await office.as('dinkes').sendText(`/${next.fileId}/sheets/0/mapping`, text)
    expect(byText.json()).toMatchObject({ mapping: { columns: { 'Sebutan Warga': 'headName' } } })
    const bad = await office.as('dinkes').sendText(`/${next.fileId}/sheets/0/mapping`, 'a: [')
    expect(bad.json()).toMatchObject({ status: 400, code: 'request-invalid' })
  })

  it('are mended, mapped, accepted and taken back once under a key, however often it is sent', async () => {
    const { fileId: id } = await received(listOf([siti, nobody], 'sekali saja'))
    const twice = async (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object) => {
      const key = `once-${method}-${path}`
      const send = () => office.as('dinkes').send(method, `/${id}${path}`, body, key)
      const [one, two] = await Promise.all([send(), send()])
      expect(`${one.statusCode} ${one.body}`).toMatch(/^200/)
      expect(two.json()).toEqual(one.json())
      expect((await send()).json()).toEqual(one.json())
      await office.as('dinkes').settled(id)
      return one.json()
    }
    const cell = (value: string) => ({ cells: [{ sheetPlace: 0, row: 4, column: 3, value }] })
    for (const name of ['RUSNAH', 'RUSMINI']) {
      await office.as('dinkes').send('POST', `/${id}/mends`, cell(name))
    }
    // Sent twice, it would take back the other too.
    await twice('DELETE', '/mends/last')
    const grid = await office.as('dinkes').read(`/${id}/sheets/0/rows`, GridPage)
    expect(grid.rows.at(-1)?.cells[3]).toBe('RUSNAH')
    const columns = { Kelurahan: 'ward' }
    const said = await twice('PUT', '/sheets/0/mapping', { columns })
    const other = await office
      .as('dinkes')
      .send('PUT', `/${id}/sheets/0/mapping`, { columns: {} }, 'once-PUT-/sheets/0/mapping')
    expect(other.json()).toMatchObject({ status: 409, code: 'idempotency-key-reused' })
    expect(said.versions[0]).toMatchObject({ made: { by: 'dinkes' } })
    await twice('DELETE', '/sheets/0/mapping')
    const { warnings } = await office.as('dinkes').settled(id)
    await twice('POST', '/acceptance', { despite: warnings })
    const back = await twice('DELETE', '/acceptance', { reason: 'sekali' })
    expect(back.acceptances).toHaveLength(1)
    const keyless = await office.as('dinkes').send('DELETE', `/${id}/mends/last`, undefined, '')
    expect(keyless.json()).toMatchObject({ status: 400, code: 'request-invalid' })
  })

  it('warn of a list sent twice, of another year, of shifted columns, and stop there', async () => {
    const many = Array.from({ length: 12 }, (_, no) => [
      `62710101018${no % 10}00${10 + no}`,
      `62710112031001${10 + no}`,
      `WARGA ${'ABCDEFGHIJKL'[no] ?? ''}ILMU`,
      `01-01-198${no % 10}`,
      'Menteng',
    ])
    const one = await received(listOf(many, `Beras ${thisYear}`))
    await office.as('dinkes').send('POST', `/${one.fileId}/acceptance`, { despite: [] })
    const two = await received(listOf([...many].reverse(), `Beras ${thisYear - 3}`))
    expect(two.warnings).toEqual(['rows-known-already', 'period-of-another-year'])
    expect(two.stopReasons[0]).toMatchObject({ otherFileId: one.fileId, count: 12, of: 12 })
    const refused = await office.as('dinkes').send('POST', `/${two.fileId}/acceptance`, {})
    expect(refused.json()).toMatchObject({ status: 409, code: 'intake-file-warned' })
    const despite = await office
      .as('dinkes')
      .send('POST', `/${two.fileId}/acceptance`, { despite: two.warnings })
    expect(despite.json()).toMatchObject({ state: 'accepted' })

    const shifted = many.map((row) => [row[4] ?? '', ...row.slice(0, 4)])
    const three = await received(listOf(shifted, `Minyak ${thisYear}`))
    expect(three.warnings).toContain('columns-shifted')
    const nameless = many.map(([nik = '', kk = '', , born = '', ward = '']) => [
      nik,
      kk,
      '',
      born,
      ward,
    ])
    expect((await received(listOf(nameless, `Gula ${thisYear}`))).warnings).toContain(
      'sheet-without-names',
    )
  })
})
