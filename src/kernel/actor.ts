/**
 * Who acts: a signed-in person, or the system itself. Every write names one, and the audit keeps it.
 */
export interface Actor {
  /** The county whose records are touched; `systemCounty` for what belongs to no county. */
  countyId: string;
  /** Absent when the system itself acts. */
  personId?: string;
  /** As the audit shows it, e.g. 张三 or 系统任务. */
  name: string;
  /** The person whose post is filled in by delegation. */
  onBehalfOf?: { personId: string; name: string };
  sessionId?: string;
  /** From where: an address of the network, or the name of a program on the server itself. */
  from: string;
}

/** The county of what belongs to no county: settings and jobs of the whole system. */
export const systemCounty = '00000000-0000-0000-0000-000000000000';

/** The system itself as actor, e.g. a job or a command of the operator. */
export const systemActor = (name: string, countyId: string = systemCounty): Actor => ({
  countyId,
  name,
  from: '本机',
});
