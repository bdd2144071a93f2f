export type Whole = 'all rooms in order';
