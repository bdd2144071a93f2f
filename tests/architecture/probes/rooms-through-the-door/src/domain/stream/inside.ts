export type Inside = 'kept to itself';
