import { expect, it } from '@jest/globals';
import { GraphQLFloat, GraphQLInt, GraphQLNonNull } from 'graphql';
import { sayableNumber } from '../../../src/adapters/graphql/present/sayable-number.js';

it.each([
  [Number.POSITIVE_INFINITY, GraphQLFloat, null],
  [Number.NaN, GraphQLFloat, null],
  [1e300, GraphQLFloat, 1e300],
  [1e299, GraphQLInt, null],
  [2_147_483_648, GraphQLInt, null],
  [2_147_483_647, GraphQLInt, 2_147_483_647],
  [Number.NaN, GraphQLInt, null],
  [7, new GraphQLNonNull(GraphQLInt), 7],
])('says %d as %s as %j', (value, type, said) => {
  expect(sayableNumber(value, type)).toBe(said);
});
