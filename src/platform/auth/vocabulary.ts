import { type AuditVocabulary, defineActions } from '../audit/vocabulary.ts';

/** What signing in calls what it records in the audit. */
export const authVocabulary: AuditVocabulary = defineActions({
  actions: {
    'auth.begin-sign-in': '密码通过，等待动态验证码',
    'auth.sign-in': '登录',
    'auth.fail': '登录失败',
    'auth.lock': '锁定账号',
    'auth.lock-address': '锁定网络地址',
    'auth.unlock': '解除账号锁定',
    'auth.sign-out': '退出登录',
    'auth.end-session': '结束一处登录',
    'auth.end-sessions': '结束全部登录',
    'auth.open-account': '开通账号',
    'auth.close-account': '停用账号',
    'auth.reset-password': '重置密码',
    'auth.change-password': '修改密码',
    'auth.start-second-factor': '开始绑定动态验证码',
    'auth.enrol-second-factor': '绑定动态验证码',
    'auth.remove-second-factor': '解除动态验证码',
    'auth.renew-recovery-codes': '更换恢复码',
    'auth.use-recovery-code': '使用恢复码',
  },
  recordKinds: { account: '登录账号', address: '网络地址' },
  fields: {
    loginName: '登录名',
    endedSessions: '结束的登录数',
    session: '登录编号',
    browser: '浏览器',
    by: '登录方式',
    knownDevice: '常用设备',
    lockedUntil: '锁定至',
    reason: '事由',
    left: '剩余恢复码',
    removedSecondFactor: '同时解除动态验证码',
    replaced: '替换原有绑定',
  },
});
