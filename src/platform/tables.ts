import type { ColumnType, Generated } from 'kysely'
import type { IsoDate } from './dates.ts'

/** A moment in UTC as ISO text, `2026-07-01T03:00:00.000Z`. */
export type Instant = string

/** A column that the database fills with the time of writing. */
type Stamp = ColumnType<Instant, Instant | undefined, Instant>
/** jsonb: written as a value, or as its JSON text where a statement is built by hand. */
type Json<Value> = ColumnType<Value, Value | string, Value | string>
type JsonObject = Readonly<Record<string, unknown>>
type JsonArray = readonly JsonObject[]

interface OrganisationTable {
  organisation_id: string
  name: string
  kind: 'secretariat' | 'agency' | 'district' | 'ward' | 'puskesos' | 'partner' | 'auditor'
  sectors: Generated<readonly string[]>
}

interface OrganisationAliasTable {
  alias_key: string
  organisation_id: string
  name: string | null
}

interface RoleGrantTable {
  grant_id: string
  account_id: string
  role: string
  regions: readonly string[] | null
  is_own_organisation: Generated<boolean>
  data_classes: readonly string[]
  purpose: string
  valid_from: ColumnType<IsoDate, IsoDate | undefined, IsoDate>
  valid_to: IsoDate | null
  delegated_from: string | null
  granted_by: string | null
  granted_at: Stamp
}

interface AccountTable {
  account_id: string
  organisation_id: string
  user_name: string
  display_name: string
  kind: Generated<'person' | 'service'>
  /** None for a service. */
  password_hash: string | null
  must_change_password: Generated<boolean>
  /** Null once its person chose a password. */
  first_password_until: ColumnType<Instant | null, Instant | null | undefined, Instant | null>
  language: Generated<'id' | 'en'>
  created_at: Stamp
  disabled_at: Instant | null
}

interface SessionTable {
  token_hash: string
  session_id: Generated<string>
  account_id: string
  device: Generated<string>
  method: Generated<'password' | 'passkey' | 'oidc'>
  proved_at: Stamp
  has_second_factor: Generated<boolean>
  created_at: Stamp
  last_seen_at: Stamp
  expires_at: Instant
  grant_id: string | null
}

interface SignInStepTable {
  token_hash: string
  kind: 'second-factor' | 'passkey-registration' | 'passkey-sign-in' | 'passkey-step-up' | 'oidc'
  account_id: string | null
  detail: Json<JsonObject>
  expires_at: Instant
}

interface TotpTable {
  account_id: string
  secret_cipher: Uint8Array
  confirmed_at: Instant | null
  last_counter: Generated<number>
}

interface RecoveryCodeTable {
  recovery_code_id: Generated<number>
  account_id: string
  code_hash: string
}

interface PasskeyTable {
  passkey_id: string
  account_id: string
  name: string
  public_key: Uint8Array
  counter: number
  transports: readonly string[]
  created_at: Stamp
  last_used_at: Instant | null
}

interface AccountLinkTable {
  issuer: string
  subject: string
  provider_id: string
  account_id: string
  linked_at: Stamp
  last_used_at: Instant | null
}

interface ExpectedLinkTable {
  provider_id: string
  claim_hmac: Uint8Array
  account_id: string
}

interface ApiKeyTable {
  key_id: string
  account_id: string
  grant_id: string
  prefix: string
  key_hash: string
  requests_per_minute: number
  created_at: Instant
  created_by: string
  expires_at: Instant
  revoked_at: Instant | null
  replaced_by: string | null
  last_used_at: Instant | null
}

interface SettingTable {
  key: string
  value: Json<unknown>
}

interface SettingChangeTable {
  change_no: Generated<number>
  key: string
  /** Null: as Betang comes. */
  from_value: Json<unknown>
  to_value: Json<unknown>
  changed_at: Instant
  changed_by: string
}

interface WebhookTable {
  webhook_id: string
  url: string
  kinds: readonly string[]
  secret_cipher: Uint8Array
  is_active: Generated<boolean>
  created_at: Instant
  created_by: string
}

interface WebhookDeliveryTable {
  delivery_id: string
  webhook_id: string
  kind: string
  body: string
  state: Generated<'waiting' | 'queued' | 'delivered' | 'failed'>
  attempts: Generated<number>
  created_at: Instant
  tried_at: Instant | null
  answer_status: number | null
  fault: string | null
}

interface AuditEventTable {
  event_id: Generated<number>
  at: Stamp
  account_id: string | null
  organisation_id: string | null
  role: string | null
  action: string
  purpose: string | null
  subject_kind: string | null
  subject_id: string | null
  fields: Generated<readonly string[]>
  reason: string | null
  request_id: string | null
  detail: Json<JsonObject>
}

interface AuditUnsealedTable {
  event_id: number
}

interface AuditSealTable {
  seq: number
  event_id: number
  previous_hash: Uint8Array
  hash: Uint8Array
  sealed_at: Stamp
}

interface AuditAnchorTable {
  seq: number
  anchored_on: IsoDate
  hash: Uint8Array
  made_at: Stamp
}

interface AuditHourTable {
  account_id: string
  is_opened: boolean
  hour: Instant
  looks: number
  first_at: Instant
  last_at: Instant
  first_event_id: number
  last_event_id: number
}

/** The view `scoped.audit_actor`. */
interface AuditActorView {
  account_id: string
  user_name: string
  display_name: string
  organisation_name: string
}

interface ListSheetTable {
  sheet_no: number
  file: string
  sheet: string
  kind: string
  title: string
  provider: string | null
  programme: string | null
  detail: Json<JsonObject>
  read_at: Stamp
}

interface IntakeFileTable {
  file_id: string
  name: string
  organisation_id: string | null
  received_by: string | null
  received_at: Stamp
  size_bytes: number
  content_hmac: Uint8Array
  paper_number: string | null
  paper_date: IsoDate | null
  purpose: string | null
  replaces: string | null
  state: Generated<'received' | 'read' | 'accepted' | 'withdrawn' | 'faulty'>
  fault_code: string | null
  reading: ColumnType<JsonObject, JsonObject | string | undefined, JsonObject | string>
  accept_no: number | null
  read_batch: Generated<number>
  mend_batch: Generated<number>
}

interface IntakePartTable {
  file_id: string
  part_no: number
  content_cipher: Uint8Array
}

interface IntakeAcceptanceTable {
  acceptance_no: Generated<number>
  file_id: string
  accepted_at: Stamp
  accepted_by: string | null
  withdrawn_at: Instant | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
}

interface IntakeSheetTable {
  file_id: string
  sheet_place: number
  sheet: string
  proposal: Json<JsonObject>
  mapping: Json<JsonObject> | null
}

interface IntakeCellsTable {
  file_id: string
  sheet_place: number
  first_row: number
  row_count: number
  cells_cipher: Uint8Array
}

interface IntakeFindingTable {
  finding_no: Generated<number>
  file_id: string
  sheet_place: number
  row: number
  column_no: number | null
  code: string
  severity: 'held' | 'look' | 'tidied'
  column_heading: string
  value: string
  hint: string
  proposal_cipher: Uint8Array | null
}

interface IntakeRowTable {
  file_id: string
  sheet_place: number
  row: number
  row_hmac: Uint8Array
  nik_hmac: Uint8Array | null
  kk_hmac: Uint8Array | null
  person_hmac: Uint8Array | null
  fields_cipher: Uint8Array
}

interface CellMendTable {
  mend_no: Generated<number>
  file_id: string
  sheet_place: number
  row: number
  column_no: number
  value_cipher: Uint8Array
  way: 'typed' | 'proposal' | 'round-trip'
  made_by: string | null
  made_at: Stamp
  ended_at: Instant | null
  batch_no: Generated<number>
}

interface ListMappingTable {
  organisation_id: string
  headings_hmac: Uint8Array
  version: number
  mapping: Json<JsonObject>
  file_id: string | null
  made_by: string | null
  made_at: Stamp
}

interface RegisterChangeTable {
  change_no: Generated<number>
  kind: 'same-person' | 'other-person' | 'same-family' | 'other-family' | 'value' | 'added'
  state: 'draft' | 'proposed' | 'in-force' | 'refused' | 'withdrawn'
  left_ref: Json<JsonObject> | null
  right_ref: Json<JsonObject> | null
  left_with: Json<readonly JsonObject[]> | null
  right_with: Json<readonly JsonObject[]> | null
  field: string | null
  detail_cipher: Uint8Array | null
  reason: Generated<string>
  family_ids: Generated<readonly string[]>
  ward: string | null
  organisation_id: string
  made_by: string
  made_at: Stamp
  decided_by: string | null
  decided_at: Instant | null
  decided_reason: string | null
  in_force_at: Instant | null
  ended_at: Instant | null
  ended_by: string | null
}

interface PairQuestionTable {
  question_no: Generated<number>
  left_ref: Json<JsonObject>
  right_ref: Json<JsonObject>
  family_ids: readonly string[]
  person_ids: readonly string[]
  sides_cipher: Uint8Array
  organisation_id: string
  asked_by: string
  asked_at: Stamp
  answer: 'yes' | 'no' | 'unknown' | null
  answered_by: string | null
  answered_at: Instant | null
}

/** Who wrote something down by hand, and who took it back. */
interface WrittenByHand {
  organisation_id: string
  made_by: string
  made_at: Stamp
  undone_by: string | null
  undone_at: Instant | null
}

interface CommunityGroupTable extends WrittenByHand {
  change_no: Generated<number>
  group_id: string
  kind: string
  name: string
  ward: string
  address: string | null
  since: IsoDate
}

interface GroupChangeTable extends WrittenByHand {
  change_no: Generated<number>
  group_id: string
  kind: 'renamed' | 'closed'
  valid_from: IsoDate
  name: string | null
  reason: string | null
}

interface GroupMemberChangeTable extends WrittenByHand {
  change_no: Generated<number>
  group_id: string
  kind: 'joined' | 'left'
  person_id: string
  valid_from: IsoDate
  role: 'chair' | 'secretary' | 'treasurer' | 'member' | null
  joined_no: number | null
}

interface SubjectVersionTable {
  version_no: Generated<number>
  kind: 'person' | 'family'
  subject_id: string
  family_id: string
  recorded_from: Instant
  recorded_to: Instant | null
  content_hmac: Uint8Array
}

interface FamilyPastTable extends FamilyTable {
  version_no: number
  origins: Json<JsonArray>
}

interface PersonPastTable extends Omit<PersonTable, 'search_name'> {
  version_no: number
  ward: string | null
  district: string | null
  relation: string | null
  valid_from: IsoDate | null
  valid_to: IsoDate | null
  origins: Json<JsonArray>
}

interface RowPastTable {
  version_no: number
  place: number
  file: string
  sheet: string
  row: number
  kind: string
  title: string
  provider: string | null
  period: Json<JsonObject> | null
  fields: Json<JsonObject>
  nik_cipher: Uint8Array | null
  nik_hmac: Uint8Array | null
  kk_cipher: Uint8Array | null
  kk_hmac: Uint8Array | null
}

interface SubjectAliasTable {
  alias_no: Generated<number>
  kind: 'person' | 'family'
  subject_id: string
  present_id: string | null
  rows: Json<JsonArray>
  recorded_from: Instant
  recorded_to: Instant | null
}

interface ImportRowTable {
  row_no: number
  sheet_no: number
  row: number
  person_id: string | null
  family_id: string | null
  fields: Json<JsonObject>
  nik_cipher: Uint8Array | null
  nik_hmac: Uint8Array | null
  kk_cipher: Uint8Array | null
  kk_hmac: Uint8Array | null
}

interface FindingTable {
  finding_no: Generated<number>
  is_quarantine: boolean
  file: string
  sheet: string
  row: number
  code: string
  column_heading: string
  value: string
  hint: string
}

interface FileFaultTable {
  file: string
  code: string
  hint_id: string
  hint_en: string
}

interface FamilyTable {
  family_id: string
  head_person_id: string | null
  head_name: string | null
  ward: string | null
  district: string | null
  address: string | null
  rt: number | null
  rw: number | null
  latitude: number | null
  longitude: number | null
  decile: number | null
  list_count: number
  member_count: number
  kk_cipher: Uint8Array | null
  kk_hmac: Uint8Array | null
  detail: Json<JsonObject>
}

interface PersonTable {
  person_id: string
  family_id: string
  name: string | null
  search_name: Generated<string>
  sex: string | null
  birth_date: IsoDate | null
  birth_precision: string | null
  birth_year: number | null
  status: 'active' | 'dead' | 'moved-out'
  status_date: IsoDate | null
  nik_cipher: Uint8Array | null
  nik_hmac: Uint8Array | null
  detail: Json<JsonObject>
}

interface MembershipTable {
  person_id: string
  family_id: string
  relation: string | null
  valid_from: IsoDate | null
  valid_to: IsoDate | null
}

interface ValueOriginTable {
  subject_id: string
  field: string
  row_no: number
  other_row_nos: readonly number[]
}

interface ReviewPairTable {
  pair_no: number
  left_row_no: number
  right_row_no: number
  left_person_id: string
  right_person_id: string
  weight_bits: number
  probability: number
  evidence: Json<JsonArray>
}

interface ReceivedTable {
  row_no: number
  person_id: string
  family_id: string
  sector: string
  indicator: string
  programme: string
  provider: string
  amount_rp: number | null
  received_on: IsoDate | null
  status: string
}

interface NeedTable {
  need_id: string
  family_id: string
  person_id: string | null
  ward: string | null
  sector: string
  indicator: string
  severity: number
  score: number
  since: IsoDate | null
  facts: Json<JsonObject>
  evidence: Json<JsonArray>
  points: Json<JsonArray>
}

interface QuestionTable {
  family_id: string
  person_id: Generated<string>
  indicator: string
  fact: string
}

interface FamilyProfileTable {
  family_id: string
  lacks: Json<Readonly<Record<string, boolean | null>>>
}

interface DecisionTable {
  family_id: string
  person_id: Generated<string>
  programme: string
  rule_version: string
  result: 'eligible' | 'ineligible' | 'unknown'
  amount_rp: number | null
  amount_period: string | null
  is_amount_minimum: Generated<boolean>
  indicator: Generated<string>
  reason_code: string
  outcomes: Json<JsonArray>
  missing: Json<readonly string[]>
  reason_id: string
  reason_en: string
  is_receiving: boolean
}

interface OfferTable {
  offer_id: string
  provider: string
  sector: string
  indicator: string
  units: number | null
  unit_cost_rp: number
  budget_rp: number | null
  wards: readonly string[]
  filter: string
  window_from: IsoDate | null
  window_to: IsoDate | null
  needs_per_unit: number
  min_bundle: number | null
  what: string
}

interface OfferQuestionTable {
  question_no: Generated<number>
  offer_id: string
  code: string
  text: string
  effect: string
  text_en: Generated<string>
  effect_en: Generated<string>
}

interface AllocationPlanTable {
  plan_id: string
  planned_on: IsoDate
  value: number
  upper_bound: number
  served: number
  detail: Json<JsonObject>
}

interface AllocationLineTable {
  need_id: string
  offer_id: string
  units: number
  amount_rp: number
  reason: string
  reason_en: Generated<string>
}

interface UnservedTable {
  need_id: string
  reason_code: string
  cutoff: number | null
  score: number
}

interface BudgetLineTable {
  line_no: number
  cells: Json<JsonObject>
  findings: Json<JsonArray>
  families_reached: number | null
}

interface RunStateTable {
  key: string
  value: Json<unknown>
}

interface JobTable {
  job_id: string
  kind: string
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  stage: string | null
  share: Generated<number>
  detail: string | null
  error_code: string | null
  error_details: Json<JsonObject> | null
  is_cancel_asked: Generated<boolean>
  subject_id: string | null
  created_at: Stamp
  started_at: Instant | null
  finished_at: Instant | null
}

interface IdempotencyKeyTable {
  account_id: string
  key: string
  request_hash: string
  answer: Json<unknown>
  at: Stamp
}

interface SchemaMigrationTable {
  name: string
  checksum: string
  applied_at: Stamp
}

interface PersonQualityTable {
  person_id: string
  family_id: string
  ward: string | null
  offices: readonly string[]
  is_unique: boolean | null
  is_confirmed: boolean | null
  is_in_one_family: boolean | null
  is_complete: boolean | null
  missing: readonly string[]
  identity_hmac: Uint8Array | null
  dukcapil_state: string | null
  dukcapil_at: Instant | null
  dukcapil_source: string | null
}

interface DwellingFamilyTable {
  family_id: string
  dwelling_id: string
  shared: Json<JsonArray>
}

interface DwellingStayTable {
  stay_no: Generated<number>
  dwelling_id: string
  family_id: string
  is_home: boolean
  shared: Json<JsonArray>
  known_by: readonly string[]
  recorded_from: Instant
  recorded_to: Instant | null
}

interface QualityFindingTable {
  code: string
  family_id: string
  person_id: Generated<string>
  ward: string | null
  offices: readonly string[]
}

interface DukcapilCheckTable {
  identity_hmac: Uint8Array
  state: string
  address: string
  checked_at: Instant
  source: string
}

interface FamilyLineTable {
  family_id: string
  head_name: string
  ward: string | null
  district: string | null
  rt: number | null
  member_count: number
  decile: number | null
  lacks: readonly string[]
  sectors: readonly string[]
  top_score: number
  served_by: readonly string[]
  list_count: number
  served_indicators: Generated<readonly string[]>
}

/** A right that somebody makes use of; see `src/access/privacy/`. */
interface SubjectRequestTable {
  request_no: Generated<number>
  kind: string
  channel: string
  state: Generated<string>
  person_id: string | null
  family_id: string | null
  asker_name: string
  contact: Generated<string>
  wish: string
  guardian_relation: string | null
  guardian_proof: string | null
  guardian_person_id: string | null
  identity_means: string | null
  identity_checked_at: Instant | null
  identity_checked_by: string | null
  received_at: Instant
  due_at: Instant
  closed_at: Instant | null
  refusal_ground: string | null
  entered_by: string
  entered_at: Stamp
  anonymised_at: Instant | null
}

interface SubjectRequestStepTable {
  step_no: Generated<number>
  request_no: number
  at: Instant
  account_id: string
  state: string
  note: string
  ground: string | null
}

interface ChangeRequestTable {
  change_no: Generated<number>
  request_no: number
  subject_kind: string
  subject_id: string
  field: string
  asked_cipher: Uint8Array
  state: Generated<string>
  noted_at: Instant
  noted_by: string
}

interface SubjectMarkTable {
  request_no: number
  kind: 'objects-automated' | 'restricted' | 'consent-withdrawn'
  family_id: string
  person_id: string
  since: Instant
  ended_at: Instant | null
  ended_by: string | null
  ended_reason: string | null
}

interface BreachTable {
  breach_no: Generated<number>
  title: string
  known_at: Instant
  due_at: Instant
  revealed: string
  data_classes: readonly string[]
  happened: string
  handling: string
  recovery: string
  subject_count: number | null
  subjects_told_at: Instant | null
  authority_told_at: Instant | null
  public_told_at: Instant | null
  closed_at: Instant | null
  entered_by: string
  entered_at: Stamp
}

interface BreachStepTable {
  step_no: Generated<number>
  breach_no: number
  at: Instant
  account_id: string
  what: string
  note: string
}

interface ErasedPersonTable {
  person_id: string
  rule: string
  erased_at: Instant
}

interface RetentionRunTable {
  run_no: Generated<number>
  started_at: Instant
  finished_at: Instant | null
  account_id: string | null
  done: Json<Readonly<Record<string, number>>>
}

/** Every table of `migrations/`, by name; each is written by the store of the module that owns it. */
export interface Tables {
  organisation: OrganisationTable
  account: AccountTable
  session: SessionTable
  sign_in_step: SignInStepTable
  totp: TotpTable
  recovery_code: RecoveryCodeTable
  passkey: PasskeyTable
  account_link: AccountLinkTable
  expected_link: ExpectedLinkTable
  organisation_alias: OrganisationAliasTable
  role_grant: RoleGrantTable
  api_key: ApiKeyTable
  audit_event: AuditEventTable
  setting: SettingTable
  setting_change: SettingChangeTable
  webhook: WebhookTable
  webhook_delivery: WebhookDeliveryTable
  audit_unsealed: AuditUnsealedTable
  audit_seal: AuditSealTable
  audit_anchor: AuditAnchorTable
  audit_hour: AuditHourTable
  audit_actor: AuditActorView
  list_sheet: ListSheetTable
  intake_file: IntakeFileTable
  intake_part: IntakePartTable
  intake_acceptance: IntakeAcceptanceTable
  intake_sheet: IntakeSheetTable
  intake_cells: IntakeCellsTable
  intake_finding: IntakeFindingTable
  intake_row: IntakeRowTable
  cell_mend: CellMendTable
  list_mapping: ListMappingTable
  register_change: RegisterChangeTable
  pair_question: PairQuestionTable
  community_group: CommunityGroupTable
  group_change: GroupChangeTable
  group_member_change: GroupMemberChangeTable
  subject_version: SubjectVersionTable
  family_past: FamilyPastTable
  person_past: PersonPastTable
  row_past: RowPastTable
  subject_alias: SubjectAliasTable
  import_row: ImportRowTable
  finding: FindingTable
  file_fault: FileFaultTable
  family: FamilyTable
  person: PersonTable
  membership: MembershipTable
  dwelling_family: DwellingFamilyTable
  dwelling_stay: DwellingStayTable
  value_origin: ValueOriginTable
  review_pair: ReviewPairTable
  person_quality: PersonQualityTable
  quality_finding: QualityFindingTable
  dukcapil_check: DukcapilCheckTable
  received: ReceivedTable
  need: NeedTable
  question: QuestionTable
  family_profile: FamilyProfileTable
  decision: DecisionTable
  offer: OfferTable
  offer_question: OfferQuestionTable
  allocation_plan: AllocationPlanTable
  allocation_line: AllocationLineTable
  unserved: UnservedTable
  budget_line: BudgetLineTable
  run_state: RunStateTable
  job: JobTable
  idempotency_key: IdempotencyKeyTable
  schema_migration: SchemaMigrationTable
  family_line: FamilyLineTable
  subject_request: SubjectRequestTable
  subject_request_step: SubjectRequestStepTable
  change_request: ChangeRequestTable
  subject_mark: SubjectMarkTable
  breach: BreachTable
  breach_step: BreachStepTable
  erased_person: ErasedPersonTable
  retention_run: RetentionRunTable
}
