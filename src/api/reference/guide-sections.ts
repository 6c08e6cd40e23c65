import { keyTerms } from '#access'
import type { Words } from '#platform/words'

/** Numbers of this server that the guide tells. */
export interface GuideFacts {
  /** Requests a minute of one person on all devices, and of one address before signing in. */
  readonly perMinute: { readonly ofAccount: number; readonly ofAddress: number }
  readonly bodyLimitBytes: number
}

/** A paragraph, in which backticks mark what is typed as it stands; or code; or a table of roles. */
export type GuideBlock =
  | { readonly kind: 'text'; readonly words: Words }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'roles' }

export interface GuideSection {
  /** Anchor. */
  readonly id: string
  readonly title: Words
  readonly blocks: readonly GuideBlock[]
}

const text = (id: string, en: string): GuideBlock => ({ kind: 'text', words: { id, en } })
const code = (lines: string): GuideBlock => ({ kind: 'code', code: lines.trim() })

/** What whoever connects a system should know before the first call. */
export function guideSections(facts: GuideFacts): GuideSection[] {
  return [
    firstCall(),
    signingIn(),
    keys(),
    roles(),
    paging(),
    repeating(),
    versions(),
    limits(facts),
    problems(),
    values(facts),
    webhooks(),
  ]
}

function firstCall(): GuideSection {
  return {
    id: 'first-call',
    title: { id: 'Panggilan pertama', en: 'The first call' },
    blocks: [
      text(
        'Semua rute berada di bawah `/api/v1`. Contoh di halaman ini memakai alamat server dari `BETANG`.',
        'All routes stand below `/api/v1`. Examples take the address of the server from `BETANG`.',
      ),
      code(`
export BETANG=https://betang.example
curl "$BETANG/api/v1/health"`),
    ],
  }
}

function signingIn(): GuideSection {
  return {
    id: 'signing-in',
    title: { id: 'Orang masuk dengan sesi', en: 'People sign in with a session' },
    blocks: [
      text(
        'Sesi adalah kuki. Jawaban 201 berarti sudah masuk; 202 berarti kode aplikasi autentikator masih diminta di `POST /api/v1/session/second-factor`, bersama `ticket` dari jawaban itu.',
        'A session is a cookie. 201 means signed in; 202 means that a code of the authenticator app is wanted too: `POST /api/v1/session/second-factor` with the `ticket` of that answer.',
      ),
      code(`
curl "$BETANG/api/v1/session" -c cookies.txt \\
  -H 'content-type: application/json' \\
  -d '{"userName":"rina","password":"…"}'
curl "$BETANG/api/v1/session" -b cookies.txt`),
      text(
        'Kata sandi pertama hanya membuka penggantiannya (`password-change-required`). Yang peka, seperti ekspor dan memberi peran, meminta bukti diri dari sepuluh menit terakhir: bila dijawab `step-up-required`, panggil `POST /api/v1/step-up`, lalu ulangi.',
        'A first password opens nothing but its change (`password-change-required`). What is sensitive, such as exports and giving roles, asks for a proof of the last ten minutes: on `step-up-required` call `POST /api/v1/step-up`, then ask again.',
      ),
    ],
  }
}

function keys(): GuideSection {
  const { usualDays, longestDays, usualOverlapHours } = keyTerms
  return {
    id: 'keys',
    title: { id: 'Sistem memakai kunci', en: 'Systems use a key' },
    blocks: [
      text(
        'Administrator menambahkan sistem dengan satu peran, lalu memberinya kunci. Kunci hanya ditampilkan sekali.',
        'An administrator adds the system with one role and gives it a key. The key is shown once.',
      ),
      code(`
export BETANG_KEY=btg_3f09c1d2a4b5_…
curl "$BETANG/api/v1/programmes" -H "Authorization: Bearer $BETANG_KEY"`),
      text(
        `Kunci membuka yang dibuka perannya, kecuali milik pribadi seseorang dan yang meminta bukti diri. Masa berlakunya ${usualDays} hari bila tidak ditentukan lain, paling lama ${longestDays}. Kunci pengganti berlaku bersama yang lama selama ${usualOverlapHours} jam. Kunci tidak boleh dikirim bersama kuki (\`credentials-both\`).`,
        `It opens what its role opens, except what is a person's own and what asks for a proof. It expires after ${usualDays} days where nothing else was chosen, ${longestDays} at most. The key that follows opens beside the old one for ${usualOverlapHours} hours. A key is never sent together with a cookie (\`credentials-both\`).`,
      ),
    ],
  }
}

function roles(): GuideSection {
  return {
    id: 'roles',
    title: { id: 'Peran menentukan yang terlihat', en: 'A role decides what is seen' },
    blocks: [
      text(
        'Setiap rute menyebut peran yang membukanya. Baris dan isian yang tampak bergantung pada wilayah, golongan data, dan tujuan dalam peran itu; yang di luarnya tidak ada dalam jawaban, juga tidak dihitung. Orang dengan beberapa peran memilih satu: `PUT /api/v1/grants/in-use`.',
        'Each route names the roles that it opens to. Rows and fields depend on the territory, the classes of data and the purpose of the role in use; what is outside of it is neither shown nor counted. Who holds several roles chooses one: `PUT /api/v1/grants/in-use`.',
      ),
      { kind: 'roles' },
    ],
  }
}

function paging(): GuideSection {
  return {
    id: 'paging',
    title: { id: 'Halaman berikutnya', en: 'The next page' },
    blocks: [
      text(
        'Daftar panjang datang sehalaman demi sehalaman. Kirim `nextCursor` dari jawaban sebagai `cursor` dengan saringan yang sama, sampai nilainya `null`. Isi kursor tidak untuk dibaca, dan kursor dari urutan lain ditolak (`cursor-invalid`).',
        'Long lists come page by page. Send the `nextCursor` of an answer as `cursor`, with the same filter, until it is `null`. What is in a cursor is not for reading, and one of another order is refused (`cursor-invalid`).',
      ),
      code(`
curl "$BETANG/api/v1/families/search" \\
  -H "Authorization: Bearer $BETANG_KEY" \\
  -H 'content-type: application/json' \\
  -d '{"ward":"62.71.03.1002","cursor":"WzgxNSwiazdmMm05cTR4YSJd"}'`),
    ],
  }
}

function repeating(): GuideSection {
  return {
    id: 'repeating',
    title: { id: 'Mengulang tanpa menggandakan', en: 'Repeating without doubling' },
    blocks: [
      text(
        'Rute yang membuat sesuatu meminta `Idempotency-Key`, 8 sampai 100 huruf, misalnya UUID baru untuk setiap hal yang dibuat. Bila sambungan putus, kirim lagi dengan kunci yang sama: jawabannya yang pertama, dan tidak ada yang dibuat dua kali. Kunci yang sama dengan isi lain dijawab 409 (`idempotency-key-reused`). Rahasia (kata sandi, kunci, tanda tangan) tidak diulang: isinya `null`.',
        'Routes that make something take an `Idempotency-Key`, 8 to 100 letters, such as a fresh UUID for each thing that is made. When the connection breaks, send it again under the same key: the answer is the first one, and nothing is made twice. The same key with another body is answered 409 (`idempotency-key-reused`). Secrets (passwords, keys, secrets of signatures) are not told again: they are `null`.',
      ),
    ],
  }
}

function versions(): GuideSection {
  return {
    id: 'versions',
    title: { id: 'Versi: ETag', en: 'Versions: ETag' },
    blocks: [
      text(
        'Setiap bacaan membawa `ETag`. Kirim kembali sebagai `If-None-Match`: yang belum berubah dijawab 304 tanpa isi. Perubahan yang meminta `If-Match` mau `ETag` dari bacaan yang menjadi dasarnya: 428 bila tidak ada (`version-required`), 412 bila orang lain sudah lebih dahulu (`version-outdated`). Baca lagi, lalu ubah.',
        'Each reading carries an `ETag`. Send it back as `If-None-Match`: what is unchanged is answered 304 without a body. Changes that take `If-Match` want the `ETag` of the reading they rest on: 428 without it (`version-required`), 412 when somebody was faster (`version-outdated`). Read again, then change.',
      ),
      code(`
curl "$BETANG/api/v1/programmes" -i -H "Authorization: Bearer $BETANG_KEY" \\
  -H 'if-none-match: "q0hZr4nW1yEaT7m0cGxVb2"'`),
    ],
  }
}

function limits({ perMinute: { ofAccount, ofAddress } }: GuideFacts): GuideSection {
  return {
    id: 'limits',
    title: { id: 'Batas permintaan', en: 'Limits of requests' },
    blocks: [
      text(
        `Setiap kunci punya batas sendiri, ${keyTerms.usualPerMinute} permintaan semenit bila tidak ditentukan lain; satu orang ${ofAccount} di semua perangkatnya, satu alamat ${ofAddress} sebelum masuk. Lebih dari itu dijawab 429 dengan \`Retry-After\` dalam detik. Tebakan kata sandi menunggu makin lama.`,
        `Each key has its own number, ${keyTerms.usualPerMinute} requests a minute where nothing else was chosen; a person ${ofAccount} on all devices together, an address ${ofAddress} before signing in. More is answered 429 with \`Retry-After\` in seconds. Guesses at a password wait longer each time.`,
      ),
    ],
  }
}

function problems(): GuideSection {
  return {
    id: 'problems',
    title: { id: 'Penolakan adalah dokumen', en: 'A refusal is a document' },
    blocks: [
      text(
        'Setiap penolakan berisi `application/problem+json` (RFC 9457). Bercabanglah menurut `code`, yang tidak pernah berubah; `detail` adalah kalimat untuk orang, dalam bahasa yang diminta `Accept-Language` (`id` atau `en`). `request-invalid` menyebut isian yang keliru dalam `fields`, tanpa mengulang isinya.',
        'Every refusal is `application/problem+json` (RFC 9457). Branch on `code`, which never changes; `detail` is a sentence for people in the language that `Accept-Language` asks for (`id` or `en`). `request-invalid` names the faulty fields in `fields`, without what stood in them.',
      ),
      code(`
{
  "type": "urn:betang:error:sign-in-required",
  "title": "sign-in-required",
  "status": 401,
  "code": "sign-in-required",
  "detail": "Please sign in first."
}`),
    ],
  }
}

function values({ bodyLimitBytes }: GuideFacts): GuideSection {
  const megabytes = bodyLimitBytes / 1_000_000
  return {
    id: 'values',
    title: { id: 'Nilai', en: 'Values' },
    blocks: [
      text(
        `Isi permintaan adalah JSON, paling besar ${megabytes} MB bila rutenya tidak menyebut lain. Isian yang tidak dikenal ditolak, juga dalam alamat. Waktu dalam UTC (\`2026-07-01T02:00:00.000Z\`), tanggal \`2026-07-01\`, uang dalam rupiah utuh. \`null\` berarti belum diketahui atau tidak ada, tidak pernah berarti "tidak". NIK dan nomor KK selalu tersamar, dan tidak pernah menjadi bagian alamat.`,
        `Bodies are JSON, of ${megabytes} MB at most where a route says nothing else. Unknown fields are refused, in addresses too. Moments are in UTC (\`2026-07-01T02:00:00.000Z\`), dates \`2026-07-01\`, money in whole rupiah. \`null\` means unknown or absent, never "no". NIK and KK numbers are always masked, and never part of an address.`,
      ),
    ],
  }
}

function webhooks(): GuideSection {
  return {
    id: 'webhooks',
    title: { id: 'Diberi tahu: webhook', en: 'Being told: webhooks' },
    blocks: [
      text(
        'Administrator mendaftarkan alamat (`POST /api/v1/webhooks`) dan mendapat rahasia, sekali. Betang lalu mengirim POST untuk setiap kejadian, dengan kepala `betang-event`, `betang-delivery`, dan `betang-signature`. Isinya nomor dan jumlah, tidak pernah data orang: ambil yang perlu dengan kunci. Jawaban 2xx menerima pesan; selain itu dicoba lagi setelah 30 detik, semenit, sampai sejam sekali, sepuluh kali. Pesan dapat datang dua kali dan dalam urutan lain: bedakan dengan `id`.',
        'An administrator subscribes an address (`POST /api/v1/webhooks`) and gets a secret, once. Betang then sends a POST for each event, with the headers `betang-event`, `betang-delivery` and `betang-signature`. It holds ids and counts, never a person: fetch what is needed with a key. An answer of 2xx takes the message; anything else is tried again after 30 seconds, a minute, and so on up to an hour, ten times in all. Messages may come twice and in another order: `id` tells them apart.',
      ),
      code(`
{ "id": "0b1e3a52-6f0d-4c5e-9a3b-2f6d1c8e7a90", "kind": "plan-changed",
  "at": "2026-07-01T02:00:00.000Z", "facts": { "planId": "k7f2m9q4xa", "served": 812, "unserved": 96 } }`),
      text(
        'Periksa tanda tangan atas isi sebagaimana datang, sebelum dibaca, dan tolak yang lebih tua dari lima menit: pesan lama tidak dapat dikirim ulang oleh orang lain. `betang-signature` berbunyi `t=1782871200,v1=…`: waktu dalam detik, dan HMAC-SHA256 dari waktu itu, sebuah titik, dan isinya.',
        'Check the signature over the body as it came, before reading it, and refuse what is older than five minutes: then nobody can send an old message again. `betang-signature` reads `t=1782871200,v1=…`: the time in seconds, and the HMAC-SHA256 of that time, a dot and the body.',
      ),
      code(webhookCheck),
    ],
  }
}

/** How a receiver knows a message; the same code stands in `docs/guides/other-systems.md`. */
const webhookCheck = `
import { createHmac, timingSafeEqual } from 'node:crypto'

export function isGenuine(body, header, secret, now = Date.now()) {
  const [, time, signature] = /^t=(\\d+),v1=([0-9a-f]{64})$/.exec(header) ?? []
  if (!time || Math.abs(now / 1000 - Number(time)) > 300) return false
  const expected = createHmac('sha256', secret).update(\`\${time}.\${body}\`).digest()
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'))
}`
