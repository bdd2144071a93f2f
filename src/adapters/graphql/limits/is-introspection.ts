/** Fields that ask about the schema and not about anything in it. */
export function isIntrospection(fieldName: string): boolean {
  return fieldName.startsWith('__');
}
