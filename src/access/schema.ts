export * from './audit/schema.ts'
export * from './scope/roles.ts'
export * from './scope/schema.ts'
export * from './sign-in/schema.ts'
