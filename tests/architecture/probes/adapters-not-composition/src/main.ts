export type Started = 'all parts introduced';
