// The columns of the platform, for services of this area, which may not import the domain of another one.
export { type ColumnKey, columnKeys, columns } from '../../catalogue/domain/columns.ts';
