export type Rank = 'first' | 'last';
