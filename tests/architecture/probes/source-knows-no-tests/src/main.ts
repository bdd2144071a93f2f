export type { Fixture } from '../tests/fixture.js';
