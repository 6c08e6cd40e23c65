export * from './sign-in/schema.ts'
