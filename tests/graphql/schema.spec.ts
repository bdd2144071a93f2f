import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  findBreakingChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { FAULT_CODES } from '../../src/adapters/graphql/fault-code.js';
import { readSchemaText } from '../../src/adapters/graphql/schema-text.js';

const served = buildSchema(readSchemaText('schema'));
const CONTRACT = '../shared/design/contract.graphql';
const contractIsHere = existsSync(CONTRACT);

/** Every named member of the schema and what is said of it. */
function members(): readonly (readonly [string, string | null | undefined])[] {
  const own = Object.values(served.getTypeMap()).filter(
    ({ name, astNode }) => !name.startsWith('__') && astNode,
  );
  return own.flatMap((type) => {
    const told: (readonly [string, string | null | undefined])[] = [[type.name, type.description]];
    if (isEnumType(type)) {
      for (const value of type.getValues()) told.push([`${type.name}.${value.name}`, value.description]);
    }
    if (isInputObjectType(type) || isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields()))
        told.push([`${type.name}.${field.name}`, field.description]);
    }
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        for (const arg of field.args)
          told.push([`${type.name}.${field.name}(${arg.name}:)`, arg.description]);
      }
    }
    return told;
  });
}

describe('the schema', () => {
  it('explains every type, field, argument and value in one plain sentence', () => {
    const unexplained = members().filter(([, text]) => !/^[A-Z(].+[.]$/s.test(text ?? ''));
    expect(unexplained).toEqual([]);
    expect(members().length).toBeGreaterThan(250);
  });

  it('lets a question ask every member of a union in one breath: fields of one name have one type', () => {
    for (const type of Object.values(served.getTypeMap())) {
      if (!isUnionType(type)) continue;
      const types = new Map<string, string>();
      for (const field of type.getTypes().flatMap((member) => Object.values(member.getFields()))) {
        const before = types.get(field.name) ?? String(field.type);
        expect([type.name, field.name, String(field.type)]).toEqual([type.name, field.name, before]);
        types.set(field.name, before);
      }
    }
  });

  it('names every code that an error can carry, and no other', () => {
    const type = served.getType('FaultCode');
    const told = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
    expect(told.sort()).toEqual([...FAULT_CODES].sort());
  });

  it('tells by whose rules its scalars are written', () => {
    expect(served.getType('DateTime')).toHaveProperty('specifiedByURL', expect.stringContaining('https://'));
  });
});

(contractIsHere ? describe : describe.skip)(
  'against the contract (../shared/design/contract.graphql)',
  () => {
    it('takes nothing back', () => {
      const contract = buildSchema(readFileSync(CONTRACT, 'utf8'));
      expect(findBreakingChanges(contract, served)).toEqual([]);
    });
  },
);
