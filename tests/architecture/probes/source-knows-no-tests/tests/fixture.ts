export type Fixture = 'made up';
