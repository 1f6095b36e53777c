import { type ChannelKey, channelKeys } from './channels.ts';

/** What figures are broken down by. */
export const breakdowns = {
  organ: '单位',
  year: '年度',
  month: '月份',
  field: '试点领域',
  column: '栏目',
  kind: '信息类别',
} as const;
export type Breakdown = keyof typeof breakdowns;

/** What one number counts. */
export const figureKinds = {
  /** Each item once, on the day it was first published. */
  information: '公开信息条数',
  /** Of these, what is not public any more. */
  withdrawn: '其中已撤下',
  /** An item once for each channel, on the day it stood there first. */
  deliveries: '各渠道发布条次',
} as const;
export type FigureKind = keyof typeof figureKinds;

/** The numbers of one line. */
export interface FigureLine {
  /** What the line is about, by the breakdown; empty for what has none, e.g. an item of no field. */
  key: string;
  information: number;
  withdrawn: number;
  channels: Partial<Record<ChannelKey, number>>;
  deliveries: number;
}

/** How many items were first published, by the key of a line. */
export interface InformationCount {
  key: string;
  information: number;
  withdrawn: number;
}

/** How often a channel was used, by the key of a line. */
export interface DeliveryCount {
  key: string;
  channel: ChannelKey;
  deliveries: number;
}

/**
 * Puts counts together into lines and their total. The same item on several channels counts once as information and once
 * for each channel.
 *
 * @example an item on the portal and on a wall: information 1, deliveries 2, portal 1, bulletin-board 1
 */
export function tabulate(
  information: readonly InformationCount[],
  deliveries: readonly DeliveryCount[],
): { lines: FigureLine[]; total: Omit<FigureLine, 'key'> } {
  const lines = new Map<string, FigureLine>();
  const lineOf = (key: string): FigureLine => {
    const line = lines.get(key) ?? { key, information: 0, withdrawn: 0, channels: {}, deliveries: 0 };
    lines.set(key, line);
    return line;
  };
  for (const { key, information: count, withdrawn } of information) {
    const line = lineOf(key);
    line.information += count;
    line.withdrawn += withdrawn;
  }
  for (const { key, channel, deliveries: count } of deliveries) {
    const line = lineOf(key);
    line.channels[channel] = (line.channels[channel] ?? 0) + count;
    line.deliveries += count;
  }
  const all = [...lines.values()];
  const sum = (of: (line: FigureLine) => number): number => all.reduce((total, line) => total + of(line), 0);
  return {
    lines: all,
    total: {
      information: sum((line) => line.information),
      withdrawn: sum((line) => line.withdrawn),
      channels: Object.fromEntries(
        channelKeys
          .map((key) => [key, sum((line) => line.channels[key] ?? 0)] as const)
          .filter(([, count]) => count > 0),
      ),
      deliveries: sum((line) => line.deliveries),
    },
  };
}
