export interface DB {
  platformMigration: { number: number; name: string; checksum: string; appliedAt: Date };
}
