import { z } from 'zod'
import { type Api, fileOf, problem } from '#platform/http'
import { makeAssessment } from './make-assessment.ts'
import { privacyNotice } from './notice.ts'
import { officeRecords } from './office-records.ts'
import { fileAnswer, Language, paperAnswer } from './paper-answer.ts'
import { retentionRules, rights } from './privacy-files.ts'
import { recordsCsv, recordsDocument } from './records-export.ts'
import type { PrivacyParts } from './request-routes.ts'
import { planRetention } from './retention.ts'
import { PrivacyPage, RetentionPlan } from './schema.ts'

const refused = { 401: problem('sign-in-required'), 403: problem('not-permitted') }

const pageRoute = {
  operationId: 'getPrivacyRecords',
  summary: 'What the office does with personal data, and the rights of those concerned',
  response: { 200: PrivacyPage, ...refused },
}
const recordsRoute = {
  operationId: 'exportPrivacyRecords',
  summary: 'The records of processing as a file',
  querystring: z.object({ format: z.enum(['html', 'csv', 'json']), language: Language }),
  response: { 200: fileOf('text/html', 'text/csv', 'application/json'), ...refused },
}
const noticeRoute = {
  operationId: 'getPrivacyNotice',
  summary: 'The short notice for residents, to be printed and read out',
  querystring: z.object({ language: Language }),
  response: { 200: fileOf('text/html'), ...refused },
}
const retentionRoute = {
  operationId: 'planRetention',
  summary: 'What retention would erase now; nothing is done by asking',
  response: { 200: RetentionPlan, ...refused },
}
const assessmentRoute = {
  operationId: 'getImpactAssessment',
  summary: 'The data protection impact assessment from the running configuration',
  querystring: z.object({ format: z.enum(['html', 'md']).default('html'), language: Language }),
  response: { 200: fileOf('text/html', 'text/markdown'), ...refused },
}
const open = { action: 'read-reference' }
const kept = { action: 'manage-subject-requests' }

/** Records, notice, retention and assessment: what the office can show of how it handles data. */
export function privacyRecordRoutes(api: Api, { db, clock }: PrivacyParts): void {
  api.get('/api/v1/privacy', { schema: pageRoute, config: open }, async () => ({
    records: await officeRecords(db),
    rights: rights(),
    retentionVersion: retentionRules().version,
  }))
  api.get(
    '/api/v1/privacy/records',
    { schema: recordsRoute, config: open },
    async (request, reply) => {
      const { format, language } = request.query
      const records = await officeRecords(db)
      if (format === 'html') return paperAnswer(reply, recordsDocument(records, language), 'ropa')
      const [body, type] =
        format === 'csv'
          ? [recordsCsv(records, language), 'text/csv; charset=utf-8']
          : [JSON.stringify(records, null, 2), 'application/json; charset=utf-8']
      return fileAnswer(reply, Buffer.from(body, 'utf8'), type, `ropa.${format}`)
    },
  )
  api.get(
    '/api/v1/privacy/notice',
    { schema: noticeRoute, config: open },
    async (request, reply) => {
      const texts = {
        records: await officeRecords(db),
        rights: rights(),
        retention: retentionRules(),
      }
      return paperAnswer(reply, privacyNotice(texts, request.query.language), 'pemberitahuan')
    },
  )
  api.get('/api/v1/privacy/retention', { schema: retentionRoute, config: kept }, () =>
    planRetention(db, clock()),
  )
  api.get(
    '/api/v1/privacy/assessment',
    { schema: assessmentRoute, config: kept },
    async (request, reply) => {
      const { format, language } = request.query
      return paperAnswer(reply, await makeAssessment(db, clock(), language), 'dpia', format)
    },
  )
}
