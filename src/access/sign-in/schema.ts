import { z } from 'zod'

export const SignIn = z.object({
  userName: z.string().trim().min(1).max(60),
  password: z.string().min(1).max(200),
})
export type SignIn = z.infer<typeof SignIn>

/** Who is signed in; nothing secret. */
export const Session = z.object({
  userName: z.string(),
  displayName: z.string(),
  organisationName: z.string(),
  language: z.enum(['id', 'en']),
  /** The password is still the one that Betang printed. */
  mustChangePassword: z.boolean(),
  /** The office demands a second factor, and this session was opened without: only adding one is open. */
  needsSecondFactor: z.boolean(),
})
export type Session = z.infer<typeof Session>

/** A device on which somebody is signed in. */
export const Device = z.object({
  sessionId: z.string(),
  /** Browser and system, `Chrome, Android`; empty when unknown. */
  device: z.string(),
  startedAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  isMine: z.boolean(),
})
export type Device = z.infer<typeof Device>

export const PasswordChange = z.object({
  present: z.string().min(1).max(200),
  next: z.string().min(1).max(200),
})
export type PasswordChange = z.infer<typeof PasswordChange>

/** Six digits of an authenticator app, or a recovery code. */
export const Code = z.string().trim().min(6).max(40)

/** The password was right; a code is still needed, with this ticket. */
export const SecondStep = z.object({ ticket: z.string() })
export type SecondStep = z.infer<typeof SecondStep>

export const TotpKey = z.object({
  /** In base32, to type where no picture can be read. */
  secret: z.string(),
  uri: z.string(),
  qrSvg: z.string(),
})
export type TotpKey = z.infer<typeof TotpKey>

export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })
export type RecoveryCodes = z.infer<typeof RecoveryCodes>

/** What `navigator.credentials` is called with (WebAuthn level 3, options in JSON). */
export const PasskeyQuestion = z.object({ options: z.looseObject({ challenge: z.string() }) })
export type PasskeyQuestion = z.infer<typeof PasskeyQuestion>

const bytes = z.base64url().max(20_000)
const attachment = z.exactOptional(z.enum(['platform', 'cross-platform']))

/**
 * The name that a person gives a passkey, and what the browser made (RegistrationResponseJSON):
 * browsers add fields of their own, which are let in and not read.
 */
export const PasskeyRegistration = z.strictObject({
  name: z.string().trim().min(1).max(60),
  response: z.looseObject({
    id: bytes,
    rawId: bytes,
    type: z.literal('public-key'),
    authenticatorAttachment: attachment,
    clientExtensionResults: z.looseObject({}),
    response: z.looseObject({
      clientDataJSON: bytes,
      attestationObject: bytes,
      transports: z.exactOptional(z.array(z.string().max(20)).max(8)),
    }),
  }),
})
export type PasskeyRegistration = z.infer<typeof PasskeyRegistration>

/** What a browser answers with a passkey (AuthenticationResponseJSON), with fields of its own. */
export const PasskeyProof = z.looseObject({
  id: bytes,
  rawId: bytes,
  type: z.literal('public-key'),
  authenticatorAttachment: attachment,
  clientExtensionResults: z.looseObject({}),
  response: z.looseObject({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: z.exactOptional(bytes),
  }),
})
export type PasskeyProof = z.infer<typeof PasskeyProof>

/** One proof, whichever the person has at hand. */
export const StepUp = z.union([
  z.strictObject({ password: z.string().min(1).max(200) }),
  z.strictObject({ code: Code }),
  z.strictObject({ passkey: PasskeyProof }),
])
export type StepUp = z.infer<typeof StepUp>

/** By what one can sign in. */
export const OwnAccount = z.object({
  userName: z.string(),
  displayName: z.string(),
  organisationName: z.string(),
  hasTotp: z.boolean(),
  recoveryCodesLeft: z.number().int(),
  passkeys: z.array(
    z.object({
      passkeyId: z.string(),
      name: z.string(),
      createdAt: z.iso.datetime(),
      lastUsedAt: z.iso.datetime().nullable(),
    }),
  ),
  /** Identities at outside providers. */
  links: z.array(
    z.object({
      providerId: z.string(),
      linkedAt: z.iso.datetime(),
      lastUsedAt: z.iso.datetime().nullable(),
    }),
  ),
})
export type OwnAccount = z.infer<typeof OwnAccount>

/** Outside identity providers, as their buttons are named. */
export const Providers = z.object({
  providers: z.array(z.object({ id: z.string(), name: z.string() })),
})
export type Providers = z.infer<typeof Providers>
