import type { AllocationPlan } from '#allocation/schema'
import { indicatorNames, sectorNames } from '#assessment'
import type { Intake } from '#intake/schema'
import type { Offer } from '#partner/schema'
import { type Html, html } from '#platform/html'
import { formatRupiah } from '#platform/money'
import type { Dashboard, OverlapCount } from '../schema.ts'
import { type Bar, barChart, figure } from './bars.ts'
import { count, sharedCount } from './counts.ts'
import { reportCss } from './report-css.ts'
import { wardMap } from './ward-map.ts'

export interface ReportInput {
  readonly dashboard: Dashboard
  readonly intake: Intake
  readonly plan: AllocationPlan
  readonly offers: readonly Offer[]
  /** Persons of the register who died or moved out, whom the dashboard does not count. */
  readonly personsGone: number
}

/**
 * One page that a coordination meeting can look at: the finding first, then charts, a map of the
 * wards, tables with the same numbers. No person stands in it, and counts under 10 are not told.
 */
export function reportHtml({ dashboard, intake, plan, offers, personsGone }: ReportInput): string {
  const page = html`<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Betang · gambaran kota ${dashboard.on ?? ''}</title>
<style>${reportCss}</style>
</head>
<body><main>
${headline(dashboard, personsGone)}
${servedSection(dashboard)}
${overlapSection(dashboard)}
${wardSection(dashboard)}
${needSection(dashboard)}
${allocationSection(plan, offers)}
${listSection(intake)}
</main></body></html>`
  return `${page.html}\n`
}

function headline(dashboard: Dashboard, personsGone: number): Html {
  const { served } = dashboard
  const inNeed = served.none + served.one + served.several
  return html`<header>
  <p class="kicker">Betang · data per ${dashboard.on ?? '–'}</p>
  <h1>${count(served.none)} keluarga yang kekurangan belum dilayani siapa pun</h1>
  <p class="lead">Dari ${count(inNeed)} keluarga yang diketahui masih kekurangan, ${count(served.one)} dilayani satu pihak dan ${count(served.several)} dilayani beberapa pihak.</p>
  <div class="figures">${[
    figure(dashboard.persons, 'orang tinggal di kota'),
    figure(dashboard.families, 'keluarga'),
    figure(dashboard.lists, 'daftar'),
    figure(dashboard.rows, 'baris'),
  ]}</div>
  ${personsGone > 0 ? html`<p>Register memuat juga ${sharedCount(personsGone)} orang yang meninggal atau pindah keluar kota; mereka tidak dihitung di sini.</p>` : ''}
</header>`
}

function servedSection(dashboard: Dashboard): Html {
  const { served, familiesByListCount } = dashboard
  const servedBars: Bar[] = [
    { label: 'belum siapa pun', value: served.none, solid: 0 },
    { label: 'satu pihak', value: served.one },
    { label: 'beberapa pihak', value: served.several },
  ]
  const listBars = familiesByListCount.map(
    ({ lists, families }): Bar => ({ label: `dalam ${lists} daftar`, value: families }),
  )
  return html`<section>
  <h2>Dilayani siapa, dan tercatat di berapa daftar</h2>
  <div class="two">
    <div><h3>Keluarga yang kekurangan, menurut pelayannya</h3>${barChart('Keluarga menurut pelayannya', servedBars)}</div>
    <div><h3>Semua keluarga, menurut jumlah daftar</h3>${barChart('Keluarga menurut jumlah daftar', listBars)}</div>
  </div>
</section>`
}

const overlapWords = {
  conflict: ['bertabrakan', 'menurut aturan tidak boleh diterima bersama'],
  duplicate: ['ganda', 'sejenis, untuk kekurangan yang sama, dalam satu musim'],
  complementary: ['saling melengkapi', 'bantuan yang berbeda, seperti yang diharapkan'],
} as const satisfies Record<OverlapCount['kind'], readonly [string, string]>

function overlapSection({ overlaps }: Dashboard): Html {
  return html`<section>
  <h2>Bantuan yang bertemu di satu keluarga</h2>
  <table><thead><tr><th>Bertemunya</th><th>Artinya</th><th>Keluarga</th><th>Pasang bantuan</th><th>Perlu dipastikan</th></tr></thead>
  <tbody>${overlaps.map(({ kind, families, pairs, uncertainPairs }) => html`<tr><td>${overlapWords[kind][0]}</td><td>${overlapWords[kind][1]}</td><td>${sharedCount(families)}</td><td>${sharedCount(pairs)}</td><td>${sharedCount(uncertainPairs)}</td></tr>`)}</tbody></table>
  <p class="source">Ganda belum tentu keliru. Perlu dipastikan: pasangan yang tanggalnya belum diketahui.</p>
</section>`
}

function wardSection({ wards, familiesWithoutWard }: Dashboard): Html {
  const rows = [...wards].sort((left, right) => right.unserved - left.unserved)
  return html`<section>
  <h2>Di mana yang belum dilayani</h2>
  ${wardMap(wards)}
  <table><thead><tr><th>Kelurahan</th><th>Kecamatan</th><th>Keluarga</th><th>Kekurangan</th><th>Belum dilayani</th></tr></thead>
  <tbody>${rows.map((ward) => html`<tr><td>${ward.name}</td><td>${ward.district}</td><td>${sharedCount(ward.families)}</td><td>${sharedCount(ward.familiesInNeed)}</td><td>${sharedCount(ward.unserved)}</td></tr>`)}</tbody></table>
  <p class="source">${sharedCount(familiesWithoutWard)} keluarga belum diketahui kelurahannya.</p>
</section>`
}

function needSection({ indicators }: Dashboard): Html {
  const bars = indicators
    .filter(({ families }) => families > 0)
    .map(
      ({ sector, indicator, families, unservedFamilies, unknownFamilies }): Bar => ({
        label: `${sectorNames[sector].id}: ${indicatorNames[indicator].id}`,
        value: families,
        solid: families - unservedFamilies,
        ...(unknownFamilies > 0 ? { note: `${sharedCount(unknownFamilies)} belum diketahui` } : {}),
      }),
    )
  return html`<section>
  <h2>Yang masih kurang</h2>
  <p class="source">Keluarga. Penuh: sudah dilayani sesuatu; arsir: belum dilayani siapa pun.</p>
  ${barChart('Kebutuhan menurut bidang', bars)}
</section>`
}

function allocationSection(plan: AllocationPlan, offers: readonly Offer[]): Html {
  if (offers.length === 0) {
    return html`<section><h2>Pembagian bantuan</h2><p>Belum ada daftar penawaran, jadi belum ada yang dibagi.</p></section>`
  }
  const usedRp = plan.lines.reduce((sum, { amountRp }) => sum + amountRp, 0)
  const used = new Map<string, number>()
  for (const { offerId, units } of plan.lines) used.set(offerId, (used.get(offerId) ?? 0) + units)
  return html`<section>
  <h2>Pembagian ${count(offers.length)} penawaran</h2>
  <p class="lead">${count(plan.served)} kebutuhan terlayani dengan ${formatRupiah(usedRp)}; ${count(plan.unserved.length)} belum. ${plan.gap === 0 ? 'Terbukti: tidak ada pembagian lain yang melayani kebutuhan lebih mendesak.' : ''}</p>
  <table><thead><tr><th>Mitra</th><th>Penawaran</th><th>Ada</th><th>Dipakai</th></tr></thead>
  <tbody>${offers.map((offer) => html`<tr><td>${offer.provider}</td><td>${offer.what}</td><td>${offer.units === undefined ? '–' : count(offer.units)}</td><td>${count(used.get(offer.offerId) ?? 0)}</td></tr>`)}</tbody></table>
</section>`
}

function listSection({ sheets, faults }: Intake): Html {
  return html`<section>
  <h2>Daftar yang dibaca</h2>
  <table><thead><tr><th>Berkas</th><th>Lembar</th><th>Baris data</th><th>Ditahan</th><th>Baris lain</th></tr></thead>
  <tbody>${sheets.map(({ file, sheet, account }) => html`<tr><td>${file}</td><td>${sheet}</td><td>${count(account.data)}</td><td>${count(account.quarantined)}</td><td>${count(account.lastRow - account.data - account.quarantined)}</td></tr>`)}</tbody></table>
  ${faults.map(({ file, hintId, code }) => html`<p class="fault">${file}: ${hintId} (${code})</p>`)}
</section>`
}
