export interface paths {
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看登录状态 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            state: "empty" | "signed-out" | "second-factor" | "must-change-password" | "must-enrol-totp" | "signed-in";
                            csrfToken?: string;
                            demo?: {
                                accounts: {
                                    loginName: string;
                                    password: string;
                                    code?: string;
                                    name: string;
                                    post: string;
                                    organ: string;
                                }[];
                            };
                            oidc?: {
                                name: string;
                                href: string;
                            };
                            person?: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                loginName: string;
                                organ: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                posts: {
                                    role: string;
                                    roleName: string;
                                    organ: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    };
                                }[];
                            };
                            menu: string[];
                            /** Format: date */
                            passwordExpiresOn?: string;
                            secondFactor?: {
                                isEnrolled: boolean;
                                isRequired: boolean;
                                recoveryCodesLeft: number;
                            };
                            passwordRules?: {
                                length: number;
                                classes: number;
                            };
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** 登录 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        loginName: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** 退出登录 */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            href?: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登录时输入动态验证码 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code?: string;
                        recoveryCode?: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修改自己的密码 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        currentPassword?: string;
                        newPassword: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 开始绑定动态验证码 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password?: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            secret: string;
                            uri: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** 解除动态验证码 */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password?: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 完成绑定动态验证码 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            recoveryCodes: string[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新生成恢复码 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password?: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            recoveryCodes: string[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看自己的登录 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                begunAt: string;
                                /** Format: date-time */
                                seenAt: string;
                                address: string;
                                browser: string;
                                isCurrent: boolean;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** 退出自己的其他登录，或全部登录 */
        delete: {
            parameters: {
                query?: {
                    including?: "this";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/account/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 退出自己的一次登录 */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 今天要办 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                area: string;
                                title: string;
                                detail?: string;
                                /** Format: date */
                                due?: string;
                                /** @enum {string} */
                                level: "urgent" | "overdue" | "today" | "soon" | "open";
                                action: {
                                    label: string;
                                    href: string;
                                };
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 工作日历的全部数据 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            readonly notices: {
                                year: number;
                                title: string;
                                documentNumber?: string;
                                /** Format: date */
                                publishedOn?: string;
                                readonly holidays: {
                                    name: string;
                                    /** Format: date */
                                    from: string;
                                    /** Format: date */
                                    to: string;
                                    readonly makeUpDays: string[];
                                    documentNumber?: string;
                                }[];
                                /** Format: date-time */
                                importedAt?: string;
                                importedBy?: string;
                            }[];
                            readonly localRules: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "holiday" | "make-up";
                                name: string;
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                                basis: string;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/years/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一年的工作日历 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    year: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            year: number;
                            notice?: {
                                year: number;
                                title: string;
                                documentNumber?: string;
                                /** Format: date */
                                publishedOn?: string;
                                readonly holidays: {
                                    name: string;
                                    /** Format: date */
                                    from: string;
                                    /** Format: date */
                                    to: string;
                                    readonly makeUpDays: string[];
                                    documentNumber?: string;
                                }[];
                                /** Format: date-time */
                                importedAt?: string;
                                importedBy?: string;
                            };
                            knownYears: number[];
                            workingDays: number;
                            estimated: boolean;
                            days: {
                                /** Format: date */
                                day: string;
                                /** @enum {string} */
                                kind: "weekday" | "weekend" | "holiday" | "make-up" | "local-holiday" | "local-make-up";
                                working: boolean;
                                name?: string;
                                source?: string;
                                estimated: boolean;
                            }[];
                            readonly localRules: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "holiday" | "make-up";
                                name: string;
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                                basis: string;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/deadline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 计算期限，逐日说明 */
        get: {
            parameters: {
                query: {
                    from: string;
                    days: number;
                    kind?: "working-days" | "calendar-days";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date */
                            from: string;
                            count: number;
                            /** @enum {string} */
                            unit: "working-days" | "calendar-days";
                            /** Format: date */
                            due: string;
                            estimated: boolean;
                            readonly days: {
                                /** Format: date */
                                day: string;
                                /** @enum {string} */
                                kind: "weekday" | "weekend" | "holiday" | "make-up" | "local-holiday" | "local-make-up";
                                working: boolean;
                                name?: string;
                                source?: string;
                                estimated: boolean;
                                number?: number;
                            }[];
                            summary: string;
                            lines: string[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/deadline/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载期限计算说明 */
        get: {
            parameters: {
                query: {
                    from: string;
                    days: number;
                    kind?: "working-days" | "calendar-days";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/local-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记本地放假 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "holiday" | "make-up";
                        name: string;
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        basis: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "holiday" | "make-up";
                            name: string;
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                            basis: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/local-rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 移除本地放假 */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/notices/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 核对放假安排通知 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            notice: {
                                year: number;
                                title: string;
                                documentNumber?: string;
                                /** Format: date */
                                publishedOn?: string;
                                readonly holidays: {
                                    name: string;
                                    /** Format: date */
                                    from: string;
                                    /** Format: date */
                                    to: string;
                                    readonly makeUpDays: string[];
                                    documentNumber?: string;
                                }[];
                                /** Format: date-time */
                                importedAt?: string;
                                importedBy?: string;
                            };
                            isKnown: boolean;
                            changes: {
                                /** Format: date */
                                day: string;
                                before: string;
                                after: string;
                                changesWork: boolean;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导入放假安排通知 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            notice: {
                                year: number;
                                title: string;
                                documentNumber?: string;
                                /** Format: date */
                                publishedOn?: string;
                                readonly holidays: {
                                    name: string;
                                    /** Format: date */
                                    from: string;
                                    /** Format: date */
                                    to: string;
                                    readonly makeUpDays: string[];
                                    documentNumber?: string;
                                }[];
                                /** Format: date-time */
                                importedAt?: string;
                                importedBy?: string;
                            };
                            isKnown: boolean;
                            changes: {
                                /** Format: date */
                                day: string;
                                before: string;
                                after: string;
                                changesWork: boolean;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/calendar/notices/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 移除导入的放假安排 */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    year: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            shipped: boolean;
                            changes: {
                                /** Format: date */
                                day: string;
                                before: string;
                                after: string;
                                changesWork: boolean;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看目录模板 */
        get: {
            parameters: {
                query: {
                    organId: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            organ: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                shortName: string;
                                fullName: string;
                            };
                            libraries: {
                                key: string;
                                name: string;
                                source: string;
                                suits: ("county" | "department" | "township")[];
                                suitsOrgan: boolean;
                                items: {
                                    key: string;
                                    /** @enum {string} */
                                    fieldKey?: "major-projects" | "public-resource-trading" | "compulsory-education" | "household-registration" | "social-assistance" | "elderly-care" | "public-legal-services" | "budgets-and-accounts" | "employment" | "social-insurance" | "urban-rural-planning" | "rural-land-acquisition" | "environment" | "house-expropriation" | "affordable-housing" | "rural-housing-renovation" | "urban-enforcement" | "municipal-services" | "agricultural-subsidies" | "public-culture" | "health" | "work-safety" | "disaster-relief" | "food-and-drug" | "taxation" | "rural-revitalisation";
                                    article20?: number;
                                    /** @enum {string} */
                                    columnKey: "policies" | "rules" | "normative-documents" | "other-documents" | "interpretations" | "guide" | "disclosure-rules" | "statutory" | "organ-functions" | "leaders" | "plans" | "statistics" | "licences" | "public-services" | "penalties" | "compulsion" | "budgets" | "fees" | "procurement" | "major-projects" | "rural-revitalisation" | "education" | "healthcare" | "social-security" | "employment" | "emergencies" | "inspections" | "recruitment" | "urban-services" | "public-security" | "land-and-houses" | "social-assistance" | "rural-affairs" | "proposals" | "other-statutory" | "annual-reports" | "requests" | "notices" | "consultations" | "clarifications" | "meetings" | "news";
                                    topic: string;
                                    name: string;
                                    content: string;
                                    basis: string;
                                    limit: {
                                        /** @constant */
                                        kind: "working-days";
                                        days: number;
                                        /** @enum {string} */
                                        trigger: "formation" | "decision" | "approval" | "document" | "occurrence";
                                    } | {
                                        /** @constant */
                                        kind: "calendar-days";
                                        days: number;
                                        /** @enum {string} */
                                        trigger: "formation" | "decision" | "approval" | "document" | "occurrence";
                                    } | {
                                        /** @constant */
                                        kind: "hours";
                                        hours: number;
                                    } | {
                                        /** @constant */
                                        kind: "on-change";
                                        days: number;
                                    } | {
                                        /** @constant */
                                        kind: "monthly";
                                        day: number;
                                    } | {
                                        /** @constant */
                                        kind: "quarterly";
                                        month: number;
                                        day: number;
                                    } | {
                                        /** @constant */
                                        kind: "yearly";
                                        month: number;
                                        day: number;
                                    } | {
                                        /** @constant */
                                        kind: "any-time";
                                    };
                                    limitWords: string;
                                    publisher: string;
                                    carriers: {
                                        [key: string]: "required" | "optional";
                                    };
                                    /** @enum {string} */
                                    audience: "everyone" | "group";
                                    audienceWords: string;
                                    /** @enum {string} */
                                    manner: "proactive" | "on-request";
                                    levels: ("county" | "township" | "village")[];
                                    /** Format: uuid */
                                    adoptedItemId?: string;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看公开事项目录 */
        get: {
            parameters: {
                query: {
                    organId: string;
                    ended?: string;
                    fieldKey?: "major-projects" | "public-resource-trading" | "compulsory-education" | "household-registration" | "social-assistance" | "elderly-care" | "public-legal-services" | "budgets-and-accounts" | "employment" | "social-insurance" | "urban-rural-planning" | "rural-land-acquisition" | "environment" | "house-expropriation" | "affordable-housing" | "rural-housing-renovation" | "urban-enforcement" | "municipal-services" | "agricultural-subsidies" | "public-culture" | "health" | "work-safety" | "disaster-relief" | "food-and-drug" | "taxation" | "rural-revitalisation";
                    columnKey?: "policies" | "rules" | "normative-documents" | "other-documents" | "interpretations" | "guide" | "disclosure-rules" | "statutory" | "organ-functions" | "leaders" | "plans" | "statistics" | "licences" | "public-services" | "penalties" | "compulsion" | "budgets" | "fees" | "procurement" | "major-projects" | "rural-revitalisation" | "education" | "healthcare" | "social-security" | "employment" | "emergencies" | "inspections" | "recruitment" | "urban-services" | "public-security" | "land-and-houses" | "social-assistance" | "rural-affairs" | "proposals" | "other-statutory" | "annual-reports" | "requests" | "notices" | "consultations" | "clarifications" | "meetings" | "news";
                    words?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            organ: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                shortName: string;
                                fullName: string;
                            };
                            mayManage: boolean;
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                organId: string;
                                /** @enum {string} */
                                fieldKey?: "major-projects" | "public-resource-trading" | "compulsory-education" | "household-registration" | "social-assistance" | "elderly-care" | "public-legal-services" | "budgets-and-accounts" | "employment" | "social-insurance" | "urban-rural-planning" | "rural-land-acquisition" | "environment" | "house-expropriation" | "affordable-housing" | "rural-housing-renovation" | "urban-enforcement" | "municipal-services" | "agricultural-subsidies" | "public-culture" | "health" | "work-safety" | "disaster-relief" | "food-and-drug" | "taxation" | "rural-revitalisation";
                                article20?: number;
                                /** @enum {string} */
                                columnKey: "policies" | "rules" | "normative-documents" | "other-documents" | "interpretations" | "guide" | "disclosure-rules" | "statutory" | "organ-functions" | "leaders" | "plans" | "statistics" | "licences" | "public-services" | "penalties" | "compulsion" | "budgets" | "fees" | "procurement" | "major-projects" | "rural-revitalisation" | "education" | "healthcare" | "social-security" | "employment" | "emergencies" | "inspections" | "recruitment" | "urban-services" | "public-security" | "land-and-houses" | "social-assistance" | "rural-affairs" | "proposals" | "other-statutory" | "annual-reports" | "requests" | "notices" | "consultations" | "clarifications" | "meetings" | "news";
                                topic: string;
                                name: string;
                                content: string;
                                basis: string;
                                limit: {
                                    /** @constant */
                                    kind: "working-days";
                                    days: number;
                                    /** @enum {string} */
                                    trigger: "formation" | "decision" | "approval" | "document" | "occurrence";
                                } | {
                                    /** @constant */
                                    kind: "calendar-days";
                                    days: number;
                                    /** @enum {string} */
                                    trigger: "formation" | "decision" | "approval" | "document" | "occurrence";
                                } | {
                                    /** @constant */
                                    kind: "hours";
                                    hours: number;
                                } | {
                                    /** @constant */
                                    kind: "on-change";
                                    days: number;
                                } | {
                                    /** @constant */
                                    kind: "monthly";
                                    day: number;
                                } | {
                                    /** @constant */
                                    kind: "quarterly";
                                    month: number;
                                    day: number;
                                } | {
                                    /** @constant */
                                    kind: "yearly";
                                    month: number;
                                    day: number;
                                } | {
                                    /** @constant */
                                    kind: "any-time";
                                };
                                limitWords: string;
                                publisher: string;
                                carriers: {
                                    [key: string]: "required" | "optional";
                                };
                                /** @enum {string} */
                                audience: "everyone" | "group";
                                audienceWords: string;
                                /** @enum {string} */
                                manner: "proactive" | "on-request";
                                levels: ("county" | "township" | "village")[];
                                origin: {
                                    /** @enum {string} */
                                    kind: "template" | "own" | "import";
                                    template?: string;
                                    /** Format: uuid */
                                    importId?: string;
                                };
                                responsible?: {
                                    role: string;
                                    /** Format: uuid */
                                    organId: string;
                                    organName: string;
                                    /** Format: uuid */
                                    personId?: string;
                                    personName?: string;
                                };
                                sortOrder: number;
                                /** Format: date */
                                since: string;
                                /** Format: date */
                                limitSince: string;
                                /** Format: date */
                                endedOn?: string;
                                endedBecause?: string;
                                version: number;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: string;
                                progress: {
                                    overdue: number;
                                    open: number;
                                    done: number;
                                    /** Format: date */
                                    nextDueOn?: string;
                                };
                                latest?: {
                                    href?: string;
                                    title: string;
                                    /** Format: date */
                                    publishedOn: string;
                                };
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** 新增公开事项 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        organId: string;
                        content: {
                            /** @enum {string} */
                            columnKey: "rules" | "normative-documents" | "other-documents" | "interpretations" | "guide" | "disclosure-rules" | "organ-functions" | "leaders" | "plans" | "statistics" | "licences" | "public-services" | "penalties" | "compulsion" | "budgets" | "fees" | "procurement" | "major-projects" | "rural-revitalisation" | "education" | "healthcare" | "social-security" | "employment" | "emergencies" | "inspections" | "recruitment" | "urban-services" | "public-security" | "land-and-houses" | "social-assistance" | "rural-affairs" | "proposals" | "other-statutory" | "annual-reports" | "notices" | "consultations" | "clarifications" | "meetings" | "news";
                            topic: string;
                            name: string;
                            content: string;
                            /** @default  */
                            basis?: string;
                            limit: {
                                /** @constant */
                                kind: "working-days";
                                days: number;
                                /** @enum {string} */
                                trigger: "formation" | "decision" | "approval" | "document" | "occurrence";
                            } | {
                                /** @constant */
                                kind: "calendar-days";
                                days: number;
                                /** @enum {string} */
                                trigger: "formation" | "decision" | "approval" | "document" | "occurrence";
                            } | {
                                /** @constant */
                                kind: "hours";
                                hours: number;
                            } | {
                                /** @constant */
                                kind: "on-change";
                                days: number;
                            } | {
                                /** @constant */
                                kind: "monthly";
                                day: number;
                            } | {
                                /** @constant */
                                kind: "quarterly";
                                month: number;
                                day: number;
                            } | {
                                /** @constant */
                                kind: "yearly";
                                month: number;
                                day: number;
                            } | {
                                /** @constant */
                                kind: "any-time";
                            };
                            publisher: string;
                            /**
                             * @default {
                             *       "website": "required"
                             *     }
                             */
                            carriers?: {
                                [key: string]: "required" | "optional";
                            };
                            /**
                             * @default everyone
                             * @enum {string}
                             */
                            audience?: "everyone" | "group";
                            /** @default  */
                            audienceWords?: string;
                            /**
                             * @default proactive
                             * @enum {string}
                             */
                            manner?: "proactive" | "on-request";
                            /** @default [] */
                            levels?: ("county" | "township" | "village")[];
                            /** @enum {string} */
                            fieldKey?: "major-projects" | "public-resource-trading" | "compulsory-education" | "household-registration" | "social-assistance" | "elderly-care" | "public-legal-services" | "budgets-and-accounts" | "employment" | "social-insurance" | "urban-rural-planning" | "rural-land-acquisition" | "environment" | "house-expropriation" | "affordable-housing" | "rural-housing-renovation" | "urban-enforcement" | "municipal-services" | "agricultural-subsidies" | "public-culture" | "health" | "work-safety" | "disaster-relief" | "food-and-drug" | "taxation" | "rural-revitalisation";
                            article20?: number;
                            limitWords?: string;
                        };
                        responsible?: {
                            /** @enum {string} */
                            role: "information-officer" | "department-head" | "secrecy-reviewer" | "office-clerk" | "office-head" | "deputy-leader" | "chief-leader" | "village-officer" | "county-supervisor" | "system-administrator" | "security-administrator" | "audit-administrator";
                            /** Format: uuid */
                            organId: string;
                            /** Format: uuid */
                            personId?: string;
                        };
                        /** Format: date */
                        since?: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/items/adopt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 从模板引用公开事项 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        organId: string;
                        templates: string[];
                        responsible?: {
                            /** @enum {string} */
                            role: "information-officer" | "department-head" | "secrecy-reviewer" | "office-clerk" | "office-head" | "deputy-leader" | "chief-leader" | "village-officer" | "county-supervisor" | "system-administrator" | "security-administrator" | "audit-administrator";
                            /** Format: uuid */
                            organId: string;
                            /** Format: uuid */
                            personId?: string;
                        };
                        /** Format: date */
                        since?: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            adopted: number;
                            kept: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/items/responsible": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 指定公开事项的责任岗位 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        organId: string;
                        items: {
                            /** Format: uuid */
                            id: string;
                            version: number;
                        }[];
                        responsible: {
                            /** @enum {string} */
                            role: "information-officer" | "department-head" | "secrecy-reviewer" | "office-clerk" | "office-head" | "deputy-leader" | "chief-leader" | "village-officer" | "county-supervisor" | "system-administrator" | "security-administrator" | "audit-administrator";
                            /** Format: uuid */
                            organId: string;
                            /** Format: uuid */
                            personId?: string;
                        } | null;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changed: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看公开事项 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            organId: string;
                            /** @enum {string} */
                            fieldKey?: "major-projects" | "public-resource-trading" | "compulsory-education" | "household-registration" | "social-assistance" | "elderly-care" | "public-legal-services" | "budgets-and-accounts" | "employment" | "social-insurance" | "urban-rural-planning" | "rural-land-acquisition" | "environment" | "house-expropriation" | "affordable-housing" | "rural-housing-renovation" | "urban-enforcement" | "municipal-services" | "agricultural-subsidies" | "public-culture" | "health" | "work-safety" | "disaster-relief" | "food-and-drug" | "taxation" | "rural-revitalisation";
                            article20?: number;
                            /** @enum {string} */
                            columnKey: "policies" | "rules" | "normative-documents" | "other-documents" | "interpretations" | "guide" | "disclosure-rules" | "statutory" | "organ-functions" | "leaders" | "plans" | "statistics" | "licences" | "public-services" | "penalties" | "compulsion" | "budgets" | "fees" | "procurement" | "major-projects" | "rural-revitalisation" | "education" | "healthcare" | "social-security" | "employment" | "emergencies" | "inspections" | "recruitment" | "urban-services" | "public-security" | "land-and-houses" | "social-assistance" | "rural-affairs" | "proposals" | "other-statutory" | "annual-reports" | "requests" | "notices" | "consultations" | "clarifications" | "meetings" | "news";
                            topic: string;
                            name: string;
                            content: string;
                            basis: string;
                            limit: {
                                /** @constant */
                                kind: "working-days";
                                days: number;
                                /** @enum {string} */
                                trigger: "formation" | "decision" | "approval" | "document" | "occurrence";
                            } | {
                                /** @constant */
                                kind: "calendar-days";
                                days: number;
                                /** @enum {string} */
                                trigger: "formation" | "decision" | "approval" | "document" | "occurrence";
                            } | {
                                /** @constant */
                                kind: "hours";
                                hours: number;
                            } | {
                                /** @constant */
                                kind: "on-change";
                                days: number;
                            } | {
                                /** @constant */
                                kind: "monthly";
                                day: number;
                            } | {
                                /** @constant */
                                kind: "quarterly";
                                month: number;
                                day: number;
                            } | {
                                /** @constant */
                                kind: "yearly";
                                month: number;
                                day: number;
                            } | {
                                /** @constant */
                                kind: "any-time";
                            };
                            limitWords: string;
                            publisher: string;
                            carriers: {
                                [key: string]: "required" | "optional";
                            };
                            /** @enum {string} */
                            audience: "everyone" | "group";
                            audienceWords: string;
                            /** @enum {string} */
                            manner: "proactive" | "on-request";
                            levels: ("county" | "township" | "village")[];
                            origin: {
                                /** @enum {string} */
                                kind: "template" | "own" | "import";
                                template?: string;
                                /** Format: uuid */
                                importId?: string;
                            };
                            responsible?: {
                                role: string;
                                /** Format: uuid */
                                organId: string;
                                organName: string;
                                /** Format: uuid */
                                personId?: string;
                                personName?: string;
                            };
                            sortOrder: number;
                            /** Format: date */
                            since: string;
                            /** Format: date */
                            limitSince: string;
                            /** Format: date */
                            endedOn?: string;
                            endedBecause?: string;
                            version: number;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: string;
                            progress: {
                                overdue: number;
                                open: number;
                                done: number;
                                /** Format: date */
                                nextDueOn?: string;
                            };
                            latest?: {
                                href?: string;
                                title: string;
                                /** Format: date */
                                publishedOn: string;
                            };
                            organ: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                shortName: string;
                                fullName: string;
                            };
                            mayManage: boolean;
                            mayRegister: boolean;
                            opens: boolean;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改公开事项 */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        content?: {
                            /** @enum {string} */
                            columnKey?: "rules" | "normative-documents" | "other-documents" | "interpretations" | "guide" | "disclosure-rules" | "organ-functions" | "leaders" | "plans" | "statistics" | "licences" | "public-services" | "penalties" | "compulsion" | "budgets" | "fees" | "procurement" | "major-projects" | "rural-revitalisation" | "education" | "healthcare" | "social-security" | "employment" | "emergencies" | "inspections" | "recruitment" | "urban-services" | "public-security" | "land-and-houses" | "social-assistance" | "rural-affairs" | "proposals" | "other-statutory" | "annual-reports" | "notices" | "consultations" | "clarifications" | "meetings" | "news";
                            topic?: string;
                            name?: string;
                            content?: string;
                            basis?: string;
                            limit?: {
                                /** @constant */
                                kind: "working-days";
                                days: number;
                                /** @enum {string} */
                                trigger: "formation" | "decision" | "approval" | "document" | "occurrence";
                            } | {
                                /** @constant */
                                kind: "calendar-days";
                                days: number;
                                /** @enum {string} */
                                trigger: "formation" | "decision" | "approval" | "document" | "occurrence";
                            } | {
                                /** @constant */
                                kind: "hours";
                                hours: number;
                            } | {
                                /** @constant */
                                kind: "on-change";
                                days: number;
                            } | {
                                /** @constant */
                                kind: "monthly";
                                day: number;
                            } | {
                                /** @constant */
                                kind: "quarterly";
                                month: number;
                                day: number;
                            } | {
                                /** @constant */
                                kind: "yearly";
                                month: number;
                                day: number;
                            } | {
                                /** @constant */
                                kind: "any-time";
                            };
                            publisher?: string;
                            carriers?: {
                                [key: string]: "required" | "optional";
                            };
                            /** @enum {string} */
                            audience?: "everyone" | "group";
                            audienceWords?: string;
                            /** @enum {string} */
                            manner?: "proactive" | "on-request";
                            levels?: ("county" | "township" | "village")[];
                            fieldKey?: ("major-projects" | "public-resource-trading" | "compulsory-education" | "household-registration" | "social-assistance" | "elderly-care" | "public-legal-services" | "budgets-and-accounts" | "employment" | "social-insurance" | "urban-rural-planning" | "rural-land-acquisition" | "environment" | "house-expropriation" | "affordable-housing" | "rural-housing-renovation" | "urban-enforcement" | "municipal-services" | "agricultural-subsidies" | "public-culture" | "health" | "work-safety" | "disaster-relief" | "food-and-drug" | "taxation" | "rural-revitalisation") | null;
                            article20?: number | null;
                            limitWords?: string;
                        };
                        responsible?: {
                            /** @enum {string} */
                            role: "information-officer" | "department-head" | "secrecy-reviewer" | "office-clerk" | "office-head" | "deputy-leader" | "chief-leader" | "village-officer" | "county-supervisor" | "system-administrator" | "security-administrator" | "audit-administrator";
                            /** Format: uuid */
                            organId: string;
                            /** Format: uuid */
                            personId?: string;
                        } | null;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/catalogue/items/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停止公开事项 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        because: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看公开情况统计 */
        get: {
            parameters: {
                query: {
                    organId?: string;
                    alone?: string;
                    year: number;
                    cells?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                            /** Format: date */
                            asOf: string;
                            opens: boolean;
                            total: {
                                overdue: number;
                                "due-soon": number;
                                upcoming: number;
                                published: number;
                                late: number;
                                waived: number;
                                owed: number;
                                due: number;
                                done: number;
                                rate?: number;
                            };
                            byOrgan: {
                                organ: {
                                    /** Format: uuid */
                                    id: string;
                                    kind: string;
                                    shortName: string;
                                    fullName: string;
                                };
                                sum: {
                                    overdue: number;
                                    "due-soon": number;
                                    upcoming: number;
                                    published: number;
                                    late: number;
                                    waived: number;
                                    owed: number;
                                    due: number;
                                    done: number;
                                    rate?: number;
                                };
                                opens: boolean;
                            }[];
                            byField: {
                                fieldKey: string;
                                sum: {
                                    overdue: number;
                                    "due-soon": number;
                                    upcoming: number;
                                    published: number;
                                    late: number;
                                    waived: number;
                                    owed: number;
                                    due: number;
                                    done: number;
                                    rate?: number;
                                };
                            }[];
                            cells: {
                                /** Format: uuid */
                                organId: string;
                                fieldKey: string;
                                sum: {
                                    overdue: number;
                                    "due-soon": number;
                                    upcoming: number;
                                    published: number;
                                    late: number;
                                    waived: number;
                                    owed: number;
                                    due: number;
                                    done: number;
                                    rate?: number;
                                };
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 比较各单位公开情况 */
        get: {
            parameters: {
                query: {
                    organId?: string;
                    alone?: string;
                    year: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date */
                            asOf: string;
                            organs: {
                                organ: {
                                    /** Format: uuid */
                                    id: string;
                                    kind: string;
                                    shortName: string;
                                    fullName: string;
                                };
                                sum: {
                                    overdue: number;
                                    "due-soon": number;
                                    upcoming: number;
                                    published: number;
                                    late: number;
                                    waived: number;
                                    owed: number;
                                    due: number;
                                    done: number;
                                    rate?: number;
                                };
                                empty: number;
                                stale: number;
                                columns: number;
                                reminders: number;
                                opens: boolean;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看栏目更新情况 */
        get: {
            parameters: {
                query?: {
                    organId?: string;
                    alone?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            organs: {
                                organ: {
                                    /** Format: uuid */
                                    id: string;
                                    kind: string;
                                    shortName: string;
                                    fullName: string;
                                };
                                columns: {
                                    /** @enum {string} */
                                    columnKey: "policies" | "rules" | "normative-documents" | "other-documents" | "interpretations" | "guide" | "disclosure-rules" | "statutory" | "organ-functions" | "leaders" | "plans" | "statistics" | "licences" | "public-services" | "penalties" | "compulsion" | "budgets" | "fees" | "procurement" | "major-projects" | "rural-revitalisation" | "education" | "healthcare" | "social-security" | "employment" | "emergencies" | "inspections" | "recruitment" | "urban-services" | "public-security" | "land-and-houses" | "social-assistance" | "rural-affairs" | "proposals" | "other-statutory" | "annual-reports" | "requests" | "notices" | "consultations" | "clarifications" | "meetings" | "news";
                                    name: string;
                                    parentName?: string;
                                    /** @enum {string} */
                                    status: "empty" | "stale" | "fresh";
                                    count: number;
                                    /** Format: date */
                                    latestOn?: string;
                                    freshnessDays?: number;
                                    /** Format: date */
                                    freshUntil?: string;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/columns/{columnKey}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看栏目现有信息 */
        get: {
            parameters: {
                query: {
                    organId: string;
                    page?: number;
                    pageSize?: number;
                };
                header?: never;
                path: {
                    columnKey: "rules" | "normative-documents" | "other-documents" | "interpretations" | "guide" | "disclosure-rules" | "organ-functions" | "leaders" | "plans" | "statistics" | "licences" | "public-services" | "penalties" | "compulsion" | "budgets" | "fees" | "procurement" | "major-projects" | "rural-revitalisation" | "education" | "healthcare" | "social-security" | "employment" | "emergencies" | "inspections" | "recruitment" | "urban-services" | "public-security" | "land-and-houses" | "social-assistance" | "rural-affairs" | "proposals" | "other-statutory" | "annual-reports" | "notices" | "consultations" | "clarifications" | "meetings" | "news";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            organ: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                shortName: string;
                                fullName: string;
                            };
                            contents: {
                                items: {
                                    /** Format: uuid */
                                    recordId: string;
                                    title: string;
                                    indexNumber?: string;
                                    /** Format: date */
                                    publishedOn: string;
                                    href?: string;
                                }[];
                                total: number;
                                page: number;
                                pageSize: number;
                            };
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看公开任务 */
        get: {
            parameters: {
                query?: {
                    organId?: string;
                    alone?: string;
                    year?: number;
                    fieldKey?: "major-projects" | "public-resource-trading" | "compulsory-education" | "household-registration" | "social-assistance" | "elderly-care" | "public-legal-services" | "budgets-and-accounts" | "employment" | "social-insurance" | "urban-rural-planning" | "rural-land-acquisition" | "environment" | "house-expropriation" | "affordable-housing" | "rural-housing-renovation" | "urban-enforcement" | "municipal-services" | "agricultural-subsidies" | "public-culture" | "health" | "work-safety" | "disaster-relief" | "food-and-drug" | "taxation" | "rural-revitalisation" | "none";
                    itemId?: string;
                    status?: "todo" | "pressing" | "done" | "due" | "overdue" | "due-soon" | "upcoming" | "published" | "late" | "waived";
                    words?: string;
                    page?: number;
                    pageSize?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                organId: string;
                                organName: string;
                                /** Format: uuid */
                                itemId: string;
                                itemName: string;
                                topic: string;
                                fieldKey: string | null;
                                /** @enum {string} */
                                columnKey: "policies" | "rules" | "normative-documents" | "other-documents" | "interpretations" | "guide" | "disclosure-rules" | "statutory" | "organ-functions" | "leaders" | "plans" | "statistics" | "licences" | "public-services" | "penalties" | "compulsion" | "budgets" | "fees" | "procurement" | "major-projects" | "rural-revitalisation" | "education" | "healthcare" | "social-security" | "employment" | "emergencies" | "inspections" | "recruitment" | "urban-services" | "public-security" | "land-and-houses" | "social-assistance" | "rural-affairs" | "proposals" | "other-statutory" | "annual-reports" | "requests" | "notices" | "consultations" | "clarifications" | "meetings" | "news";
                                /** @enum {string} */
                                kind: "period" | "standing" | "event";
                                title: string;
                                /** Format: date */
                                beginsOn: string;
                                /** Format: date */
                                dueOn?: string;
                                limitWords: string;
                                /** @enum {string} */
                                state: "open" | "done" | "waived";
                                /** @enum {string} */
                                status: "overdue" | "due-soon" | "upcoming" | "published" | "late" | "waived";
                                /** @enum {string} */
                                level: "overdue" | "today" | "soon" | "open";
                                /** Format: date */
                                doneOn?: string;
                                overtaken: boolean;
                                waived?: {
                                    because: string;
                                    by: string;
                                    /** Format: date-time */
                                    at: string;
                                };
                                evidence?: {
                                    href: string;
                                    title: string;
                                    /** Format: date */
                                    publishedOn: string;
                                    indexNumber?: string;
                                };
                                responsible?: {
                                    role: string;
                                    /** Format: uuid */
                                    organId: string;
                                    organName: string;
                                    /** Format: uuid */
                                    personId?: string;
                                    personName?: string;
                                };
                                reminded: boolean;
                            }[];
                            total: number;
                            page: number;
                            pageSize: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/duties/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一项公开任务 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            organId: string;
                            organName: string;
                            /** Format: uuid */
                            itemId: string;
                            itemName: string;
                            topic: string;
                            fieldKey: string | null;
                            /** @enum {string} */
                            columnKey: "policies" | "rules" | "normative-documents" | "other-documents" | "interpretations" | "guide" | "disclosure-rules" | "statutory" | "organ-functions" | "leaders" | "plans" | "statistics" | "licences" | "public-services" | "penalties" | "compulsion" | "budgets" | "fees" | "procurement" | "major-projects" | "rural-revitalisation" | "education" | "healthcare" | "social-security" | "employment" | "emergencies" | "inspections" | "recruitment" | "urban-services" | "public-security" | "land-and-houses" | "social-assistance" | "rural-affairs" | "proposals" | "other-statutory" | "annual-reports" | "requests" | "notices" | "consultations" | "clarifications" | "meetings" | "news";
                            /** @enum {string} */
                            kind: "period" | "standing" | "event";
                            title: string;
                            /** Format: date */
                            beginsOn: string;
                            /** Format: date */
                            dueOn?: string;
                            limitWords: string;
                            /** @enum {string} */
                            state: "open" | "done" | "waived";
                            /** @enum {string} */
                            status: "overdue" | "due-soon" | "upcoming" | "published" | "late" | "waived";
                            /** @enum {string} */
                            level: "overdue" | "today" | "soon" | "open";
                            /** Format: date */
                            doneOn?: string;
                            overtaken: boolean;
                            waived?: {
                                because: string;
                                by: string;
                                /** Format: date-time */
                                at: string;
                            };
                            evidence?: {
                                href: string;
                                title: string;
                                /** Format: date */
                                publishedOn: string;
                                indexNumber?: string;
                            };
                            responsible?: {
                                role: string;
                                /** Format: uuid */
                                organId: string;
                                organName: string;
                                /** Format: uuid */
                                personId?: string;
                                personName?: string;
                            };
                            reminded: boolean;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/duties/{id}/waive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记不需公开 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        because: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/duties/{id}/take-back-waiver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取消不需公开的登记 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/items/{id}/formations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记应公开信息的形成或变更 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** Format: date */
                        formedOn: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            dutyId: string;
                            /** Format: date */
                            dueOn?: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看催办 */
        get: {
            parameters: {
                query?: {
                    organId?: string;
                    alone?: string;
                    state?: "unsettled" | "open" | "answered" | "settled";
                    page?: number;
                    pageSize?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                organId: string;
                                organName: string;
                                text: string;
                                /** Format: date */
                                answerBy?: string;
                                /** Format: date-time */
                                sentAt: string;
                                sentByName: string;
                                answer?: {
                                    text: string;
                                    /** Format: date-time */
                                    at: string;
                                    by: string;
                                };
                                /** Format: date */
                                settledOn?: string;
                                /** @enum {string} */
                                state: "open" | "answered" | "settled";
                                targets: {
                                    /** @enum {string} */
                                    kind: "duty" | "column";
                                    id: string;
                                    title: string;
                                    /** Format: date */
                                    dueOn?: string;
                                    done: boolean;
                                }[];
                                mayAnswer: boolean;
                            }[];
                            total: number;
                            page: number;
                            pageSize: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** 发出催办 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        organId: string;
                        text: string;
                        /** Format: date */
                        answerBy?: string;
                        /** @default [] */
                        dutyIds?: string[];
                        /** @default [] */
                        columnKeys?: ("rules" | "normative-documents" | "other-documents" | "interpretations" | "guide" | "disclosure-rules" | "organ-functions" | "leaders" | "plans" | "statistics" | "licences" | "public-services" | "penalties" | "compulsion" | "budgets" | "fees" | "procurement" | "major-projects" | "rural-revitalisation" | "education" | "healthcare" | "social-security" | "employment" | "emergencies" | "inspections" | "recruitment" | "urban-services" | "public-security" | "land-and-houses" | "social-assistance" | "rural-affairs" | "proposals" | "other-statutory" | "annual-reports" | "notices" | "consultations" | "clarifications" | "meetings" | "news")[];
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/reminders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一次催办 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            organId: string;
                            organName: string;
                            text: string;
                            /** Format: date */
                            answerBy?: string;
                            /** Format: date-time */
                            sentAt: string;
                            sentByName: string;
                            answer?: {
                                text: string;
                                /** Format: date-time */
                                at: string;
                                by: string;
                            };
                            /** Format: date */
                            settledOn?: string;
                            /** @enum {string} */
                            state: "open" | "answered" | "settled";
                            targets: {
                                /** @enum {string} */
                                kind: "duty" | "column";
                                id: string;
                                title: string;
                                /** Format: date */
                                dueOn?: string;
                                done: boolean;
                            }[];
                            mayAnswer: boolean;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/reminders/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 答复催办 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        answer: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出公开事项目录 */
        get: {
            parameters: {
                query: {
                    organId: string;
                    format?: "xlsx" | "csv";
                    form?: "official" | "public";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看目录导入记录 */
        get: {
            parameters: {
                query: {
                    organId: string;
                    page?: number;
                    pageSize?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                fileName: string;
                                /** @enum {string} */
                                status: "pending" | "applied" | "undone";
                                /** Format: date-time */
                                createdAt: string;
                                createdBy: string;
                                appliedAt: string | null;
                                appliedBy: string | null;
                                undoneAt: string | null;
                                undoneBy: string | null;
                                /** Format: uuid */
                                organId: string;
                            }[];
                            total: number;
                            page: number;
                            pageSize: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** 上传目录，生成差异清单 */
        post: {
            parameters: {
                query: {
                    organId: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        file?: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看目录导入的差异清单 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            fileName: string;
                            /** @enum {string} */
                            status: "pending" | "applied" | "undone";
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                            appliedAt: string | null;
                            appliedBy: string | null;
                            undoneAt: string | null;
                            undoneBy: string | null;
                            /** Format: uuid */
                            organId: string;
                            differences: {
                                created: {
                                    row: number;
                                    name: string;
                                    cells: {
                                        /** @enum {string} */
                                        key: "number" | "id" | "field" | "topic" | "name" | "content" | "basis" | "limit" | "publisher" | "carriers" | "audience" | "manner" | "levels" | "column" | "article20";
                                        label: string;
                                        before: string;
                                        after: string;
                                    }[];
                                }[];
                                changed: {
                                    row: number;
                                    /** Format: uuid */
                                    itemId: string;
                                    name: string;
                                    cells: {
                                        /** @enum {string} */
                                        key: "number" | "id" | "field" | "topic" | "name" | "content" | "basis" | "limit" | "publisher" | "carriers" | "audience" | "manner" | "levels" | "column" | "article20";
                                        label: string;
                                        before: string;
                                        after: string;
                                    }[];
                                }[];
                                unchanged: number;
                                missing: {
                                    /** Format: uuid */
                                    itemId: string;
                                    name: string;
                                }[];
                                problems: {
                                    row: number;
                                    name: string;
                                    reason: string;
                                }[];
                                remarks: string[];
                            };
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/imports/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 执行目录导入 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changed: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogue/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销目录导入 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changed: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 首次设置 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                        county: {
                            name: string;
                            divisionCode: string;
                        };
                        administrators: {
                            "system-administrator": {
                                name: string;
                                loginName: string;
                            };
                            "security-administrator": {
                                name: string;
                                loginName: string;
                            };
                            "audit-administrator": {
                                name: string;
                                loginName: string;
                            };
                        };
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accounts: {
                                /** @enum {string} */
                                role: "system-administrator" | "security-administrator" | "audit-administrator";
                                name: string;
                                loginName: string;
                                firstPassword: string;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organs/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出机构名单 */
        get: {
            parameters: {
                query?: {
                    format?: "xlsx" | "csv";
                    asOf?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organs/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看机构导入记录 */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    pageSize?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                fileName: string;
                                /** @enum {string} */
                                status: "pending" | "applied" | "undone";
                                /** Format: date-time */
                                createdAt: string;
                                createdBy: string;
                                appliedAt: string | null;
                                appliedBy: string | null;
                                undoneAt: string | null;
                                undoneBy: string | null;
                                /** Format: date */
                                day: string;
                            }[];
                            total: number;
                            page: number;
                            pageSize: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** 上传机构名单，生成差异清单 */
        post: {
            parameters: {
                query?: {
                    day?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        file?: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organs/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看机构导入的差异清单 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            fileName: string;
                            /** @enum {string} */
                            status: "pending" | "applied" | "undone";
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                            appliedAt: string | null;
                            appliedBy: string | null;
                            undoneAt: string | null;
                            undoneBy: string | null;
                            /** Format: date */
                            day: string;
                            differences: {
                                created: {
                                    row: number;
                                    fullName: string;
                                    fields: {
                                        /** @enum {string} */
                                        key: "id" | "fullName" | "shortName" | "kind" | "parentId" | "parent" | "setUpOn" | "aliases" | "sortOrder" | "divisionCode" | "creditCode" | "siteCode" | "address" | "postcode" | "officeHours" | "phone" | "fax" | "email" | "website" | "disclosureOffice" | "disclosureAddress" | "disclosureHours" | "disclosurePhone" | "disclosureFax" | "disclosureEmail";
                                        label: string;
                                        before: string;
                                        after: string;
                                    }[];
                                }[];
                                changed: {
                                    row: number;
                                    /** Format: uuid */
                                    organId: string;
                                    fullName: string;
                                    fields: {
                                        /** @enum {string} */
                                        key: "id" | "fullName" | "shortName" | "kind" | "parentId" | "parent" | "setUpOn" | "aliases" | "sortOrder" | "divisionCode" | "creditCode" | "siteCode" | "address" | "postcode" | "officeHours" | "phone" | "fax" | "email" | "website" | "disclosureOffice" | "disclosureAddress" | "disclosureHours" | "disclosurePhone" | "disclosureFax" | "disclosureEmail";
                                        label: string;
                                        before: string;
                                        after: string;
                                    }[];
                                }[];
                                unchanged: number;
                                missing: {
                                    /** Format: uuid */
                                    organId: string;
                                    fullName: string;
                                }[];
                                problems: {
                                    row: number;
                                    name: string;
                                    reason: string;
                                }[];
                                remarks: string[];
                            };
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organs/imports/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 执行机构导入 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changed: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organs/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销机构导入 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changed: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查询机构 */
        get: {
            parameters: {
                query?: {
                    asOf?: string;
                    words?: string;
                    kind?: "province" | "city" | "county" | "department" | "township" | "village" | "station";
                    withinId?: string;
                    ended?: string;
                    page?: number;
                    pageSize?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                parentId: string | null;
                                /** @enum {string} */
                                kind: "province" | "city" | "county" | "department" | "township" | "village" | "station";
                                /** @enum {string} */
                                status: "living" | "merged" | "split" | "abolished";
                                fullName: string;
                                shortName: string;
                                sortOrder: number;
                                divisionCode: string;
                                creditCode: string;
                            }[];
                            total: number;
                            page: number;
                            pageSize: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** 登记机构 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "province" | "city" | "county" | "department" | "township" | "village" | "station";
                        fullName: string;
                        shortName: string;
                        /** Format: uuid */
                        parentId?: string;
                        /** Format: date */
                        setUpOn?: string;
                        aliases?: string[];
                        sortOrder?: number;
                        profile?: {
                            divisionCode?: string;
                            creditCode?: string;
                            siteCode?: string;
                            address?: string;
                            postcode?: string;
                            officeHours?: string;
                            phone?: string;
                            fax?: string;
                            email?: string;
                            website?: string;
                            disclosureOffice?: string;
                            disclosureAddress?: string;
                            disclosureHours?: string;
                            disclosurePhone?: string;
                            disclosureFax?: string;
                            disclosureEmail?: string;
                        };
                        documentNumber?: string;
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organs/tree": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看机构树 */
        get: {
            parameters: {
                query?: {
                    asOf?: string;
                    words?: string;
                    kind?: "province" | "city" | "county" | "department" | "township" | "village" | "station";
                    withinId?: string;
                    ended?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            organs: {
                                /** Format: uuid */
                                id: string;
                                parentId: string | null;
                                /** @enum {string} */
                                kind: "province" | "city" | "county" | "department" | "township" | "village" | "station";
                                /** @enum {string} */
                                status: "living" | "merged" | "split" | "abolished";
                                fullName: string;
                                shortName: string;
                                sortOrder: number;
                                divisionCode: string;
                                creditCode: string;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看机构 */
        get: {
            parameters: {
                query?: {
                    asOf?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            version: number;
                            /** Format: date */
                            asOf: string;
                            /** @enum {string} */
                            status: "living" | "merged" | "split" | "abolished";
                            /** @enum {string} */
                            kind: "province" | "city" | "county" | "department" | "township" | "village" | "station";
                            fullName: string;
                            shortName: string;
                            /** Format: uuid */
                            parentId?: string;
                            aliases: string[];
                            sortOrder: number;
                            profile: {
                                divisionCode: string;
                                creditCode: string;
                                siteCode: string;
                                address: string;
                                postcode: string;
                                officeHours: string;
                                phone: string;
                                fax: string;
                                email: string;
                                website: string;
                                disclosureOffice: string;
                                disclosureAddress: string;
                                disclosureHours: string;
                                disclosurePhone: string;
                                disclosureFax: string;
                                disclosureEmail: string;
                            };
                            path: {
                                /** Format: uuid */
                                id: string;
                                shortName: string;
                            }[];
                            history: {
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                until?: string;
                                /** @enum {string} */
                                status: "living" | "merged" | "split" | "abolished";
                                /** @enum {string} */
                                kind: "province" | "city" | "county" | "department" | "township" | "village" | "station";
                                fullName: string;
                                shortName: string;
                                /** Format: uuid */
                                parentId?: string;
                            }[];
                            events: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date */
                                day: string;
                                /** @enum {string} */
                                kind: "set-up" | "renamed" | "moved" | "merged" | "split" | "abolished" | "re-established" | "transferred";
                                text: string;
                                change: {
                                    kind: string;
                                } & {
                                    [key: string]: unknown;
                                };
                                documentNumber: string;
                                /** Format: uuid */
                                attachmentId?: string;
                                note: string;
                                /** Format: date-time */
                                recordedAt: string;
                                recordedBy: string;
                                withdrawn?: {
                                    /** Format: date-time */
                                    at: string;
                                    by: string;
                                    because: string;
                                };
                            }[];
                            successors: {
                                /** Format: uuid */
                                id: string;
                                shortName: string;
                            }[];
                            counts: {
                                children: number;
                                below: number;
                            };
                            duties: {
                                key: string;
                                text: string;
                            }[];
                            rights: {
                                maintain: boolean;
                                maintainContacts: boolean;
                            };
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改机构信息 */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        aliases?: string[];
                        sortOrder?: number;
                        profile?: {
                            divisionCode?: string;
                            creditCode?: string;
                            siteCode?: string;
                            address?: string;
                            postcode?: string;
                            officeHours?: string;
                            phone?: string;
                            fax?: string;
                            email?: string;
                            website?: string;
                            disclosureOffice?: string;
                            disclosureAddress?: string;
                            disclosureHours?: string;
                            disclosurePhone?: string;
                            disclosureFax?: string;
                            disclosureEmail?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/organs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记机构变动 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        /** Format: date */
                        day: string;
                        change: {
                            /** @constant */
                            kind: "renamed";
                            fullName: string;
                            shortName: string;
                            /** @enum {string} */
                            organKind?: "province" | "city" | "county" | "department" | "township" | "village" | "station";
                        } | {
                            /** @constant */
                            kind: "moved";
                            /** Format: uuid */
                            parentId?: string;
                        } | {
                            /** @constant */
                            kind: "merged";
                            /** Format: uuid */
                            successorId: string;
                        } | {
                            /** @constant */
                            kind: "split";
                            successorIds: string[];
                            /** @constant */
                            continues?: true;
                        } | {
                            /** @constant */
                            kind: "abolished";
                            successorIds?: string[];
                        } | {
                            /** @constant */
                            kind: "re-established";
                            /** @enum {string} */
                            organKind: "province" | "city" | "county" | "department" | "township" | "village" | "station";
                            fullName: string;
                            shortName: string;
                            /** Format: uuid */
                            parentId?: string;
                        } | {
                            /** @constant */
                            kind: "transferred";
                            what: string;
                            /** Format: uuid */
                            toId: string;
                        } | {
                            /** @constant */
                            kind: "set-up";
                            /** @enum {string} */
                            organKind: "province" | "city" | "county" | "department" | "township" | "village" | "station";
                            fullName: string;
                            shortName: string;
                            /** Format: uuid */
                            parentId?: string;
                        };
                        documentNumber?: string;
                        /** Format: uuid */
                        attachmentId?: string;
                        note?: string;
                        /** Format: uuid */
                        replaces?: string;
                        /** Format: uuid */
                        childrenTo?: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organs/{id}/events/{eventId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回登记有误的机构变动 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    eventId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        because: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查询人员 */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    pageSize?: number;
                    search?: string;
                    organId?: string;
                    role?: ("information-officer" | "department-head" | "secrecy-reviewer" | "office-clerk" | "office-head" | "deputy-leader" | "chief-leader" | "village-officer" | "county-supervisor" | "system-administrator" | "security-administrator" | "audit-administrator") | "none";
                    state?: "active" | "closed";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                organ: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                jobTitle?: string;
                                mobilePhone?: string;
                                officePhone?: string;
                                /** Format: date */
                                activeFrom: string;
                                /** Format: date */
                                closedOn?: string;
                                posts: {
                                    /** Format: uuid */
                                    id: string;
                                    /** @enum {string} */
                                    role: "information-officer" | "department-head" | "secrecy-reviewer" | "office-clerk" | "office-head" | "deputy-leader" | "chief-leader" | "village-officer" | "county-supervisor" | "system-administrator" | "security-administrator" | "audit-administrator";
                                    roleName: string;
                                    organ: {
                                        /** Format: uuid */
                                        id: string;
                                        name: string;
                                    };
                                    /** Format: date */
                                    from: string;
                                    /** Format: date */
                                    to?: string;
                                    withdrawn: boolean;
                                }[];
                            }[];
                            total: number;
                            page: number;
                            pageSize: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** 登记人员并开通账号 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** Format: uuid */
                        organId: string;
                        loginName: string;
                        jobTitle?: string | null;
                        mobilePhone?: string | null;
                        officePhone?: string | null;
                        email?: string | null;
                        /** Format: date */
                        activeFrom?: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            loginName: string;
                            firstPassword: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看人员 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            organ: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            };
                            jobTitle?: string;
                            mobilePhone?: string;
                            officePhone?: string;
                            /** Format: date */
                            activeFrom: string;
                            /** Format: date */
                            closedOn?: string;
                            posts: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                role: "information-officer" | "department-head" | "secrecy-reviewer" | "office-clerk" | "office-head" | "deputy-leader" | "chief-leader" | "village-officer" | "county-supervisor" | "system-administrator" | "security-administrator" | "audit-administrator";
                                roleName: string;
                                organ: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to?: string;
                                withdrawn: boolean;
                            }[];
                            email?: string;
                            version: number;
                            delegations: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                postId: string;
                                /** @enum {string} */
                                role: "information-officer" | "department-head" | "secrecy-reviewer" | "office-clerk" | "office-head" | "deputy-leader" | "chief-leader" | "village-officer" | "county-supervisor" | "system-administrator" | "security-administrator" | "audit-administrator";
                                roleName: string;
                                organ: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                from: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                to: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                };
                                /** Format: date */
                                fromDay: string;
                                /** Format: date */
                                toDay: string;
                                reason: string;
                            }[];
                            account?: {
                                loginName: string;
                                lastSignedInAt: string | null;
                                closed: boolean;
                                locked: boolean;
                                hasSecondFactor: boolean;
                            };
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改人员信息 */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        name?: string;
                        /** Format: uuid */
                        organId?: string;
                        jobTitle?: string | null;
                        mobilePhone?: string | null;
                        officePhone?: string | null;
                        email?: string | null;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/people/{id}/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重置密码 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            firstPassword: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 解除登录锁定 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/end-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退出该人员的全部登录 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/remove-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 解除动态验证码 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 注销账号 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 任命岗位 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        role: "information-officer" | "department-head" | "secrecy-reviewer" | "office-clerk" | "office-head" | "deputy-leader" | "chief-leader" | "village-officer" | "county-supervisor" | "system-administrator" | "security-administrator" | "audit-administrator";
                        /** Format: uuid */
                        organId: string;
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to?: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/posts/{postId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 免去岗位 */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    postId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 委托代办 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        postId: string;
                        /** Format: uuid */
                        toPersonId: string;
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/delegations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 撤回委托 */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看待办工作 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                kind: string;
                                id: string;
                                label: string;
                                title: string;
                                /** Format: date */
                                nextDate?: string;
                                detail?: string;
                                text?: string;
                                href: string;
                                mark: string;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hand-overs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查询工作移交 */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    pageSize?: number;
                    state?: "open" | "confirmed" | "declined" | "cancelled";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                state: "open" | "confirmed" | "declined" | "cancelled";
                                /** Format: uuid */
                                fromPersonId: string;
                                fromName: string;
                                /** Format: uuid */
                                toPersonId: string;
                                toName: string;
                                organ: string;
                                /** Format: date-time */
                                startedAt: string;
                            }[];
                            total: number;
                            page: number;
                            pageSize: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** 发起工作移交 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        fromPersonId: string;
                        /** Format: uuid */
                        toPersonId: string;
                        reason: string;
                        /** @default [] */
                        postIds?: string[];
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hand-overs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看工作移交 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            state: "open" | "confirmed" | "declined" | "cancelled";
                            stateName: string;
                            reason: string;
                            endReason?: string;
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            endedAt?: string;
                            from: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                organ: string;
                            };
                            to: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                organ: string;
                            };
                            items: {
                                kind: string;
                                id: string;
                                label: string;
                                title: string;
                                /** Format: date */
                                nextDate?: string;
                                detail?: string;
                                text?: string;
                                href: string;
                                mark: string;
                                addedSince: boolean;
                            }[];
                            posts: {
                                /** @enum {string} */
                                role: "information-officer" | "department-head" | "secrecy-reviewer" | "office-clerk" | "office-head" | "deputy-leader" | "chief-leader" | "village-officer" | "county-supervisor" | "system-administrator" | "security-administrator" | "audit-administrator";
                                roleName: string;
                                organ: string;
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to?: string;
                                passed: boolean;
                            }[];
                            delegations: {
                                /** @enum {string} */
                                direction: "given" | "taken";
                                /** @enum {string} */
                                role: "information-officer" | "department-head" | "secrecy-reviewer" | "office-clerk" | "office-head" | "deputy-leader" | "chief-leader" | "village-officer" | "county-supervisor" | "system-administrator" | "security-administrator" | "audit-administrator";
                                roleName: string;
                                organ: string;
                                with: string;
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                            }[];
                            waitsForApproval: boolean;
                            may: {
                                confirm: boolean;
                                approvePosts: boolean;
                                end: ("declined" | "cancelled") | null;
                            };
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hand-overs/{id}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载工作移交单 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hand-overs/{id}/approve-posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 同意随移交转任岗位 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hand-overs/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确认接收 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        seen: {
                            kind: string;
                            id: string;
                            mark: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: number;
                            posts: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hand-overs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退回或取消移交 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            state: "declined" | "cancelled";
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/memos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看备忘 */
        get: {
            parameters: {
                query?: {
                    which?: "open" | "all";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                text: string;
                                /** Format: date */
                                due?: string;
                                done: boolean;
                                version: number;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** 新建备忘 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** @default  */
                        text?: string;
                        /** Format: date */
                        due?: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            text: string;
                            /** Format: date */
                            due?: string;
                            done: boolean;
                            version: number;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/memos/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 打开备忘 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            text: string;
                            /** Format: date */
                            due?: string;
                            done: boolean;
                            version: number;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 保存备忘 */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        title?: string;
                        text?: string;
                        due?: string | null;
                        done?: boolean;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            text: string;
                            /** Format: date */
                            due?: string;
                            done: boolean;
                            version: number;
                            /** Format: date-time */
                            updatedAt: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/publication/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查询公开信息 */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    pageSize?: number;
                    words?: string;
                    withinId?: string;
                    kinds?: ("normative-document" | "policy-document" | "interpretation" | "plan" | "statistics" | "licence" | "penalty" | "compulsion" | "inspection" | "public-service" | "budget" | "final-account" | "fee-item" | "procurement" | "project" | "public-notice" | "announcement" | "recruitment" | "livelihood" | "organ-profile" | "leaders" | "disclosure-guide" | "emergency-plan" | "emergency-warning" | "emergency-response" | "consultation" | "consultation-outcome" | "clarification" | "proposal-reply" | "meeting" | "news" | "disclosure-rule" | "annual-report" | "other")[];
                    states?: ("draft" | "department-check" | "secrecy-review" | "office-review" | "deputy-approval" | "chief-approval" | "referred" | "approved" | "published" | "filed" | "withdrawn" | "discarded")[];
                    columnKey?: "rules" | "normative-documents" | "other-documents" | "interpretations" | "guide" | "disclosure-rules" | "organ-functions" | "leaders" | "plans" | "statistics" | "licences" | "public-services" | "penalties" | "compulsion" | "budgets" | "fees" | "procurement" | "major-projects" | "rural-revitalisation" | "education" | "healthcare" | "social-security" | "employment" | "emergencies" | "inspections" | "recruitment" | "urban-services" | "public-security" | "land-and-houses" | "social-assistance" | "rural-affairs" | "proposals" | "other-statutory" | "annual-reports" | "notices" | "consultations" | "clarifications" | "meetings" | "news";
                    fieldKey?: "major-projects" | "public-resource-trading" | "compulsory-education" | "household-registration" | "social-assistance" | "elderly-care" | "public-legal-services" | "budgets-and-accounts" | "employment" | "social-insurance" | "urban-rural-planning" | "rural-land-acquisition" | "environment" | "house-expropriation" | "affordable-housing" | "rural-housing-renovation" | "urban-enforcement" | "municipal-services" | "agricultural-subsidies" | "public-culture" | "health" | "work-safety" | "disaster-relief" | "food-and-drug" | "taxation" | "rural-revitalisation";
                    year?: number;
                    disclosure?: "proactive" | "on-request" | "withheld";
                    validity?: "valid" | "amended" | "repealed" | "expired";
                    catalogueItemId?: string;
                    importId?: string;
                    overdue?: string;
                    owed?: string;
                    mine?: string;
                    live?: string;
                    reassess?: string;
                    order?: "updated" | "due" | "published";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                kind: string;
                                title: string;
                                /** @enum {string} */
                                state: "draft" | "department-check" | "secrecy-review" | "office-review" | "deputy-approval" | "chief-approval" | "referred" | "approved" | "published" | "filed" | "withdrawn" | "discarded";
                                /** Format: date-time */
                                stateSince: string;
                                indexNumber?: string;
                                documentNumber?: string;
                                columnKey: string;
                                fieldKey?: string;
                                article20?: number;
                                /** @enum {string} */
                                disclosure: "proactive" | "on-request" | "withheld";
                                important: boolean;
                                /** Format: date */
                                formedOn: string;
                                /** Format: date */
                                dueOn?: string;
                                /** @enum {string} */
                                validity?: "valid" | "amended" | "repealed" | "expired";
                                /** Format: date */
                                validitySince?: string;
                                /** Format: date */
                                validUntil?: string;
                                /** Format: date */
                                expiresOn?: string;
                                /** @enum {string} */
                                expiryAct?: "withdraw" | "de-identify";
                                /** Format: date-time */
                                expiredAt?: string;
                                liveTextNumber?: number;
                                /** Format: date-time */
                                publishedAt?: string;
                                /** Format: date */
                                publishedOn?: string;
                                /** Format: date-time */
                                liveSince?: string;
                                /** Format: date-time */
                                withdrawnAt?: string;
                                withdrawnBecause?: string;
                                /** Format: date-time */
                                publishAt?: string;
                                /** Format: date-time */
                                urgentSince?: string;
                                /** Format: date */
                                secondLookDueOn?: string;
                                /** Format: date */
                                reassessOn?: string;
                                /** @enum {string} */
                                source: "written" | "bulk" | "import";
                                /** Format: date-time */
                                updatedAt: string;
                                /** Format: uuid */
                                organId: string;
                                organ: string;
                                draftingOrgan: string;
                                /** Format: uuid */
                                authorId: string;
                            }[];
                            total: number;
                            page: number;
                            pageSize: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** 新建公开信息 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "normative-document" | "policy-document" | "interpretation" | "plan" | "statistics" | "licence" | "penalty" | "compulsion" | "inspection" | "public-service" | "budget" | "final-account" | "fee-item" | "procurement" | "project" | "public-notice" | "announcement" | "recruitment" | "livelihood" | "organ-profile" | "leaders" | "disclosure-guide" | "emergency-plan" | "emergency-warning" | "emergency-response" | "consultation" | "consultation-outcome" | "clarification" | "proposal-reply" | "meeting" | "news" | "disclosure-rule" | "annual-report" | "other";
                        /** Format: uuid */
                        draftingOrganId?: string;
                        /** Format: uuid */
                        organId?: string;
                        title?: string;
                        /** Format: date */
                        formedOn?: string;
                        /** Format: uuid */
                        catalogueItemId?: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            version: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/linkable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查找可以关联的信息 */
        get: {
            parameters: {
                query?: {
                    words?: string;
                    kinds?: ("normative-document" | "policy-document" | "interpretation" | "plan" | "statistics" | "licence" | "penalty" | "compulsion" | "inspection" | "public-service" | "budget" | "final-account" | "fee-item" | "procurement" | "project" | "public-notice" | "announcement" | "recruitment" | "livelihood" | "organ-profile" | "leaders" | "disclosure-guide" | "emergency-plan" | "emergency-warning" | "emergency-response" | "consultation" | "consultation-outcome" | "clarification" | "proposal-reply" | "meeting" | "news" | "disclosure-rule" | "annual-report" | "other")[] | ("normative-document" | "policy-document" | "interpretation" | "plan" | "statistics" | "licence" | "penalty" | "compulsion" | "inspection" | "public-service" | "budget" | "final-account" | "fee-item" | "procurement" | "project" | "public-notice" | "announcement" | "recruitment" | "livelihood" | "organ-profile" | "leaders" | "disclosure-guide" | "emergency-plan" | "emergency-warning" | "emergency-response" | "consultation" | "consultation-outcome" | "clarification" | "proposal-reply" | "meeting" | "news" | "disclosure-rule" | "annual-report" | "other");
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                kind: string;
                                organ: string;
                                documentNumber?: string;
                                indexNumber?: string;
                                /** @enum {string} */
                                validity?: "valid" | "amended" | "repealed" | "expired";
                                /** Format: date */
                                publishedOn?: string;
                                /** @enum {string} */
                                state: "draft" | "department-check" | "secrecy-review" | "office-review" | "deputy-approval" | "chief-approval" | "referred" | "approved" | "published" | "filed" | "withdrawn" | "discarded";
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 打开公开信息 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            version: number;
                            kind: string;
                            title: string;
                            /** @enum {string} */
                            state: "draft" | "department-check" | "secrecy-review" | "office-review" | "deputy-approval" | "chief-approval" | "referred" | "approved" | "published" | "filed" | "withdrawn" | "discarded";
                            /** Format: date-time */
                            stateSince: string;
                            indexNumber?: string;
                            documentNumber?: string;
                            columnKey: string;
                            fieldKey?: string;
                            article20?: number;
                            /** @enum {string} */
                            disclosure: "proactive" | "on-request" | "withheld";
                            important: boolean;
                            /** Format: date */
                            formedOn: string;
                            /** Format: date */
                            dueOn?: string;
                            /** @enum {string} */
                            validity?: "valid" | "amended" | "repealed" | "expired";
                            /** Format: date */
                            validitySince?: string;
                            /** Format: date */
                            validUntil?: string;
                            /** Format: date */
                            expiresOn?: string;
                            /** @enum {string} */
                            expiryAct?: "withdraw" | "de-identify";
                            /** Format: date-time */
                            expiredAt?: string;
                            liveTextNumber?: number;
                            /** Format: date-time */
                            publishedAt?: string;
                            /** Format: date */
                            publishedOn?: string;
                            /** Format: date-time */
                            liveSince?: string;
                            /** Format: date-time */
                            withdrawnAt?: string;
                            withdrawnBecause?: string;
                            /** Format: date-time */
                            publishAt?: string;
                            /** Format: date-time */
                            urgentSince?: string;
                            /** Format: date */
                            secondLookDueOn?: string;
                            /** Format: date */
                            reassessOn?: string;
                            /** @enum {string} */
                            source: "written" | "bulk" | "import";
                            /** Format: date-time */
                            updatedAt: string;
                            organ: {
                                /** Format: uuid */
                                id: string;
                                shortName: string;
                                fullName: string;
                            };
                            draftingOrgan: {
                                /** Format: uuid */
                                id: string;
                                shortName: string;
                                fullName: string;
                            };
                            /** Format: uuid */
                            authorId: string;
                            author: string;
                            catalogueItem?: {
                                /** Format: uuid */
                                id: string;
                                topic: string;
                                name: string;
                            };
                            exemption?: {
                                ground: string;
                                part?: string;
                                reason: string;
                            };
                            origin: {
                                /** @enum {string} */
                                kind: "made" | "joint" | "from-public" | "from-organ";
                                leadOrganId?: string;
                                readonly otherOrgans?: string[];
                                source?: string;
                                /** @enum {string} */
                                disclosedBy?: "maker" | "us";
                            };
                            clearances: {
                                readonly consultations?: {
                                    organ: string;
                                    /** Format: date */
                                    agreedOn?: string;
                                    proof?: string;
                                }[];
                                approval?: {
                                    authority: string;
                                    basis: string;
                                    /** Format: date */
                                    grantedOn?: string;
                                    proof?: string;
                                };
                            };
                            discloser: {
                                isOurs: boolean;
                                sentence: string;
                                article: string;
                            };
                            textNumber: number;
                            text: {
                                number: number;
                                title: string;
                                summary: string;
                                bodyHtml: string;
                                bodyText: string;
                                readonly fields: {
                                    [key: string]: string | number | boolean | string[];
                                };
                                readonly attachments: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                }[];
                                changeNote: string;
                                frozen: boolean;
                                savedByName: string;
                                /** Format: date-time */
                                savedAt: string;
                            };
                            attachments: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                size?: number;
                                mediaType?: string;
                            }[];
                            related: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "repeals" | "amends" | "interprets" | "outcome-of" | "clarifies" | "attached-to";
                                /** @enum {string} */
                                end: "from" | "to";
                                toDocument?: string;
                                organ: string;
                                other?: {
                                    /** Format: uuid */
                                    id: string;
                                    title: string;
                                    kind: string;
                                    /** @enum {string} */
                                    state: "draft" | "department-check" | "secrecy-review" | "office-review" | "deputy-approval" | "chief-approval" | "referred" | "approved" | "published" | "filed" | "withdrawn" | "discarded";
                                    live: boolean;
                                    documentNumber?: string;
                                    /** @enum {string} */
                                    validity?: "valid" | "amended" | "repealed" | "expired";
                                    /** Format: date */
                                    publishedOn?: string;
                                };
                            }[];
                            remarks: {
                                field: string;
                                message: string;
                                suggestion?: string;
                            }[];
                            notCleared?: string;
                            writable: {
                                ok: boolean;
                                because?: string;
                            };
                            /** Format: uuid */
                            importId?: string;
                            /** Format: date-time */
                            createdAt: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 保存公开信息草稿 */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title?: string;
                        summary?: string;
                        bodyHtml?: string;
                        fields?: {
                            [key: string]: string | number | boolean | string[];
                        };
                        attachments?: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        changeNote?: string;
                        /** @enum {string} */
                        kind?: "normative-document" | "policy-document" | "interpretation" | "plan" | "statistics" | "licence" | "penalty" | "compulsion" | "inspection" | "public-service" | "budget" | "final-account" | "fee-item" | "procurement" | "project" | "public-notice" | "announcement" | "recruitment" | "livelihood" | "organ-profile" | "leaders" | "disclosure-guide" | "emergency-plan" | "emergency-warning" | "emergency-response" | "consultation" | "consultation-outcome" | "clarification" | "proposal-reply" | "meeting" | "news" | "disclosure-rule" | "annual-report" | "other";
                        /** Format: uuid */
                        organId?: string;
                        /** @enum {string} */
                        columnKey?: "rules" | "normative-documents" | "other-documents" | "interpretations" | "guide" | "disclosure-rules" | "organ-functions" | "leaders" | "plans" | "statistics" | "licences" | "public-services" | "penalties" | "compulsion" | "budgets" | "fees" | "procurement" | "major-projects" | "rural-revitalisation" | "education" | "healthcare" | "social-security" | "employment" | "emergencies" | "inspections" | "recruitment" | "urban-services" | "public-security" | "land-and-houses" | "social-assistance" | "rural-affairs" | "proposals" | "other-statutory" | "annual-reports" | "notices" | "consultations" | "clarifications" | "meetings" | "news";
                        fieldKey?: ("major-projects" | "public-resource-trading" | "compulsory-education" | "household-registration" | "social-assistance" | "elderly-care" | "public-legal-services" | "budgets-and-accounts" | "employment" | "social-insurance" | "urban-rural-planning" | "rural-land-acquisition" | "environment" | "house-expropriation" | "affordable-housing" | "rural-housing-renovation" | "urban-enforcement" | "municipal-services" | "agricultural-subsidies" | "public-culture" | "health" | "work-safety" | "disaster-relief" | "food-and-drug" | "taxation" | "rural-revitalisation") | null;
                        article20?: number | null;
                        catalogueItemId?: string | null;
                        /** @enum {string} */
                        disclosure?: "proactive" | "on-request" | "withheld";
                        exemption?: {
                            ground: string;
                            part?: string;
                            reason: string;
                        };
                        origin?: {
                            /** @constant */
                            kind: "made";
                        } | {
                            /** @constant */
                            kind: "joint";
                            leadOrganId: string;
                            otherOrgans: string[];
                        } | {
                            /** @constant */
                            kind: "from-public";
                            source: string;
                        } | {
                            /** @constant */
                            kind: "from-organ";
                            source: string;
                            /** @enum {string} */
                            disclosedBy: "maker" | "us";
                        };
                        clearances?: {
                            consultations?: {
                                organ: string;
                                /** Format: date */
                                agreedOn?: string;
                                proof?: string;
                            }[];
                            approval?: {
                                authority: string;
                                basis: string;
                                /** Format: date */
                                grantedOn?: string;
                                proof?: string;
                            };
                        };
                        important?: boolean;
                        /** Format: date */
                        formedOn?: string;
                        documentNumber?: string | null;
                        expiresOn?: string | null;
                        /** @enum {string} */
                        expiryAct?: "withdraw" | "de-identify";
                        relations?: {
                            /** @enum {string} */
                            kind: "repeals" | "amends" | "interprets" | "outcome-of" | "clarifies" | "attached-to";
                            /** Format: uuid */
                            toItemId?: string;
                            toDocument?: string;
                        }[];
                        version: number;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                            textNumber: number;
                            /** Format: date-time */
                            savedAt: string;
                            readonly removed: string[];
                            bodyHtml?: string;
                            readonly remarks: {
                                field: string;
                                message: string;
                                suggestion?: string;
                            }[];
                            dueOn?: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/publication/items/{id}/aside": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 把同时修改的内容另存为版本 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title?: string;
                        summary?: string;
                        bodyHtml?: string;
                        fields?: {
                            [key: string]: string | number | boolean | string[];
                        };
                        attachments?: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                        }[];
                        changeNote?: string;
                        /** @enum {string} */
                        kind?: "normative-document" | "policy-document" | "interpretation" | "plan" | "statistics" | "licence" | "penalty" | "compulsion" | "inspection" | "public-service" | "budget" | "final-account" | "fee-item" | "procurement" | "project" | "public-notice" | "announcement" | "recruitment" | "livelihood" | "organ-profile" | "leaders" | "disclosure-guide" | "emergency-plan" | "emergency-warning" | "emergency-response" | "consultation" | "consultation-outcome" | "clarification" | "proposal-reply" | "meeting" | "news" | "disclosure-rule" | "annual-report" | "other";
                        /** Format: uuid */
                        organId?: string;
                        /** @enum {string} */
                        columnKey?: "rules" | "normative-documents" | "other-documents" | "interpretations" | "guide" | "disclosure-rules" | "organ-functions" | "leaders" | "plans" | "statistics" | "licences" | "public-services" | "penalties" | "compulsion" | "budgets" | "fees" | "procurement" | "major-projects" | "rural-revitalisation" | "education" | "healthcare" | "social-security" | "employment" | "emergencies" | "inspections" | "recruitment" | "urban-services" | "public-security" | "land-and-houses" | "social-assistance" | "rural-affairs" | "proposals" | "other-statutory" | "annual-reports" | "notices" | "consultations" | "clarifications" | "meetings" | "news";
                        fieldKey?: ("major-projects" | "public-resource-trading" | "compulsory-education" | "household-registration" | "social-assistance" | "elderly-care" | "public-legal-services" | "budgets-and-accounts" | "employment" | "social-insurance" | "urban-rural-planning" | "rural-land-acquisition" | "environment" | "house-expropriation" | "affordable-housing" | "rural-housing-renovation" | "urban-enforcement" | "municipal-services" | "agricultural-subsidies" | "public-culture" | "health" | "work-safety" | "disaster-relief" | "food-and-drug" | "taxation" | "rural-revitalisation") | null;
                        article20?: number | null;
                        catalogueItemId?: string | null;
                        /** @enum {string} */
                        disclosure?: "proactive" | "on-request" | "withheld";
                        exemption?: {
                            ground: string;
                            part?: string;
                            reason: string;
                        };
                        origin?: {
                            /** @constant */
                            kind: "made";
                        } | {
                            /** @constant */
                            kind: "joint";
                            leadOrganId: string;
                            otherOrgans: string[];
                        } | {
                            /** @constant */
                            kind: "from-public";
                            source: string;
                        } | {
                            /** @constant */
                            kind: "from-organ";
                            source: string;
                            /** @enum {string} */
                            disclosedBy: "maker" | "us";
                        };
                        clearances?: {
                            consultations?: {
                                organ: string;
                                /** Format: date */
                                agreedOn?: string;
                                proof?: string;
                            }[];
                            approval?: {
                                authority: string;
                                basis: string;
                                /** Format: date */
                                grantedOn?: string;
                                proof?: string;
                            };
                        };
                        important?: boolean;
                        /** Format: date */
                        formedOn?: string;
                        documentNumber?: string | null;
                        expiresOn?: string | null;
                        /** @enum {string} */
                        expiryAct?: "withdraw" | "de-identify";
                        relations?: {
                            /** @enum {string} */
                            kind: "repeals" | "amends" | "interprets" | "outcome-of" | "clarifies" | "attached-to";
                            /** Format: uuid */
                            toItemId?: string;
                            toDocument?: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/items/{id}/copy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 复制为新的公开信息 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            version: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/items/{id}/clearances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记协商和批准的答复 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        consultations?: {
                            organ: string;
                            /** Format: date */
                            agreedOn?: string;
                            proof?: string;
                        }[];
                        approval?: {
                            authority: string;
                            basis: string;
                            /** Format: date */
                            grantedOn?: string;
                            proof?: string;
                        };
                        version: number;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/items/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看公开信息的办理过程 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                position: number;
                                /** @enum {string} */
                                act: "begin" | "submit" | "take-back" | "pass" | "return" | "refer" | "answer-referral" | "register-answer" | "publish" | "schedule" | "unschedule" | "file" | "request-urgent" | "decline-urgent" | "publish-urgently" | "second-look" | "reject-second-look" | "withdraw" | "link-duty" | "revise" | "discard" | "restore" | "expire" | "import";
                                /** @enum {string} */
                                fromState?: "draft" | "department-check" | "secrecy-review" | "office-review" | "deputy-approval" | "chief-approval" | "referred" | "approved" | "published" | "filed" | "withdrawn" | "discarded";
                                /** @enum {string} */
                                toState: "draft" | "department-check" | "secrecy-review" | "office-review" | "deputy-approval" | "chief-approval" | "referred" | "approved" | "published" | "filed" | "withdrawn" | "discarded";
                                textNumber: number;
                                opinion: string;
                                personName: string;
                                role?: string;
                                behalfName?: string;
                                /** Format: date-time */
                                at: string;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/items/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看公开信息的版本 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                number: number;
                                title: string;
                                changeNote: string;
                                frozen: boolean;
                                savedByName: string;
                                /** Format: date-time */
                                savedAt: string;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** 把草稿保存为版本 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        changeNote: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                            version: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/items/{id}/versions/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 打开公开信息的一个版本 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    number: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: number;
                            title: string;
                            summary: string;
                            bodyHtml: string;
                            bodyText: string;
                            readonly fields: {
                                [key: string]: string | number | boolean | string[];
                            };
                            readonly attachments: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            changeNote: string;
                            frozen: boolean;
                            savedByName: string;
                            /** Format: date-time */
                            savedAt: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/items/{id}/differences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 比较公开信息的两个版本 */
        get: {
            parameters: {
                query: {
                    before: number;
                    after: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            title?: {
                                before: string;
                                after: string;
                            };
                            summary?: {
                                before: string;
                                after: string;
                            };
                            fields: {
                                label: string;
                                before: string;
                                after: string;
                            }[];
                            attachments: {
                                added: string[];
                                removed: string[];
                            };
                            body: {
                                /** @enum {string} */
                                kind: "same" | "added" | "removed" | "changed";
                                text?: string;
                                pieces?: {
                                    /** @enum {string} */
                                    kind: "same" | "added" | "removed";
                                    text: string;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/items/{id}/restore-version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 恢复公开信息的一个版本 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        number: number;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                            textNumber: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/items/{id}/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看不公开信息的评估记录 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date */
                                assessedOn: string;
                                /** @enum {string} */
                                decision: "stays" | "disclose";
                                opinion: string;
                                /** Format: date */
                                nextOn?: string;
                                personName: string;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** 评估不公开的信息 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        /** @enum {string} */
                        decision: "stays" | "disclose";
                        opinion: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                            /** Format: date */
                            reassessOn?: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/cleanings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看文件清理清单 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                organId: string;
                                organ: string;
                                year: number;
                                /** Format: date */
                                begunOn: string;
                                /** Format: date */
                                finishedOn?: string;
                                finishedBy?: string;
                                version: number;
                                createdBy: string;
                                entries: number;
                                decided: number;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** 生成年度文件清理清单 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        organId: string;
                        year: number;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            entries: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/cleanings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 打开文件清理清单 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            organId: string;
                            organ: string;
                            year: number;
                            /** Format: date */
                            begunOn: string;
                            /** Format: date */
                            finishedOn?: string;
                            finishedBy?: string;
                            version: number;
                            createdBy: string;
                            entries: {
                                /** Format: uuid */
                                itemId: string;
                                title: string;
                                documentNumber?: string;
                                /** Format: date */
                                formedOn: string;
                                /** Format: date */
                                publishedOn?: string;
                                /** Format: date */
                                validUntil?: string;
                                /** @enum {string} */
                                validity?: "valid" | "amended" | "repealed" | "expired";
                                /** @enum {string} */
                                decision?: "keep" | "amend" | "repeal" | "expire";
                                reason: string;
                                decidedBy?: string;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/cleanings/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 填写文件清理意见 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        itemIds: string[];
                        /** @enum {string} */
                        decision: "keep" | "amend" | "repeal" | "expire";
                        /** @default  */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/cleanings/{id}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 公布文件清理结果 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                            changed: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/cleanings/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出文件清理清单 */
        get: {
            parameters: {
                query?: {
                    format?: "docx" | "xlsx";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看批量录入的表格 */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    pageSize?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                kind: string;
                                fileName: string;
                                /** @enum {string} */
                                status: "pending" | "entered" | "dropped";
                                createdBy: string;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                enteredAt?: string;
                            }[];
                            total: number;
                            page: number;
                            pageSize: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** 上传批量录入的表格，生成核对清单 */
        post: {
            parameters: {
                query: {
                    kind: "normative-document" | "policy-document" | "interpretation" | "plan" | "statistics" | "licence" | "penalty" | "compulsion" | "inspection" | "public-service" | "budget" | "final-account" | "fee-item" | "procurement" | "project" | "public-notice" | "announcement" | "recruitment" | "livelihood" | "organ-profile" | "leaders" | "disclosure-guide" | "emergency-plan" | "emergency-warning" | "emergency-response" | "consultation" | "consultation-outcome" | "clarification" | "proposal-reply" | "meeting" | "news" | "disclosure-rule" | "annual-report" | "other";
                    catalogueItemId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        file?: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/batch-template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载批量录入的表格样式 */
        get: {
            parameters: {
                query: {
                    kind: "normative-document" | "policy-document" | "interpretation" | "plan" | "statistics" | "licence" | "penalty" | "compulsion" | "inspection" | "public-service" | "budget" | "final-account" | "fee-item" | "procurement" | "project" | "public-notice" | "announcement" | "recruitment" | "livelihood" | "organ-profile" | "leaders" | "disclosure-guide" | "emergency-plan" | "emergency-warning" | "emergency-response" | "consultation" | "consultation-outcome" | "clarification" | "proposal-reply" | "meeting" | "news" | "disclosure-rule" | "annual-report" | "other";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看批量录入的核对清单 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            fileName: string;
                            /** @enum {string} */
                            status: "pending" | "entered" | "dropped";
                            createdBy: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            enteredAt?: string;
                            head: {
                                catalogueItemId?: string;
                                columnKey?: string;
                                fieldKey?: string;
                                expiresOn?: string;
                            };
                            readonly columns: string[];
                            matched: {
                                [key: string]: number;
                            };
                            readonly remarks: string[];
                            targets: {
                                key: string;
                                label: string;
                                required: boolean;
                            }[];
                            unmatched: string[];
                            counts: {
                                ready: number;
                                faulty: number;
                                known: number;
                            };
                            rows: {
                                row: number;
                                title: string;
                                /** @enum {string} */
                                standing: "ready" | "faulty" | "known";
                                problems: {
                                    field: string;
                                    message: string;
                                    suggestion?: string;
                                }[];
                                rewritten: {
                                    label: string;
                                    before: string;
                                    after: string;
                                }[];
                                known?: {
                                    /** Format: uuid */
                                    id: string;
                                    title: string;
                                };
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 对应批量录入表格的各列 */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        matched?: {
                            [key: string]: number;
                        };
                        head?: {
                            /** Format: uuid */
                            catalogueItemId?: string;
                            /** @enum {string} */
                            columnKey?: "rules" | "normative-documents" | "other-documents" | "interpretations" | "guide" | "disclosure-rules" | "organ-functions" | "leaders" | "plans" | "statistics" | "licences" | "public-services" | "penalties" | "compulsion" | "budgets" | "fees" | "procurement" | "major-projects" | "rural-revitalisation" | "education" | "healthcare" | "social-security" | "employment" | "emergencies" | "inspections" | "recruitment" | "urban-services" | "public-security" | "land-and-houses" | "social-assistance" | "rural-affairs" | "proposals" | "other-statutory" | "annual-reports" | "notices" | "consultations" | "clarifications" | "meetings" | "news";
                            /** @enum {string} */
                            fieldKey?: "major-projects" | "public-resource-trading" | "compulsory-education" | "household-registration" | "social-assistance" | "elderly-care" | "public-legal-services" | "budgets-and-accounts" | "employment" | "social-insurance" | "urban-rural-planning" | "rural-land-acquisition" | "environment" | "house-expropriation" | "affordable-housing" | "rural-housing-renovation" | "urban-enforcement" | "municipal-services" | "agricultural-subsidies" | "public-culture" | "health" | "work-safety" | "disaster-relief" | "food-and-drug" | "taxation" | "rural-revitalisation";
                            /** Format: date */
                            expiresOn?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            fileName: string;
                            /** @enum {string} */
                            status: "pending" | "entered" | "dropped";
                            createdBy: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            enteredAt?: string;
                            head: {
                                catalogueItemId?: string;
                                columnKey?: string;
                                fieldKey?: string;
                                expiresOn?: string;
                            };
                            readonly columns: string[];
                            matched: {
                                [key: string]: number;
                            };
                            readonly remarks: string[];
                            targets: {
                                key: string;
                                label: string;
                                required: boolean;
                            }[];
                            unmatched: string[];
                            counts: {
                                ready: number;
                                faulty: number;
                                known: number;
                            };
                            rows: {
                                row: number;
                                title: string;
                                /** @enum {string} */
                                standing: "ready" | "faulty" | "known";
                                problems: {
                                    field: string;
                                    message: string;
                                    suggestion?: string;
                                }[];
                                rewritten: {
                                    label: string;
                                    before: string;
                                    after: string;
                                }[];
                                known?: {
                                    /** Format: uuid */
                                    id: string;
                                    title: string;
                                };
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/publication/batches/{id}/enter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 把表格各行录入为草稿 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default false */
                        leaveOut?: boolean;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            entered: number;
                            left: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/batches/{id}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 放弃批量录入的表格 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/clean-paste": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 整理从 Word、WPS 粘贴的内容 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        html: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            html: string;
                            removed: string[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/docx-text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导入 Word 文档的内容 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        file?: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            html: string;
                            messages: string[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看等待本人办理的公开信息 */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    pageSize?: number;
                    kind?: string;
                    state?: "draft" | "department-check" | "secrecy-review" | "office-review" | "deputy-approval" | "chief-approval" | "referred" | "approved" | "published" | "filed" | "withdrawn" | "discarded";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                kind: string;
                                kindName: string;
                                /** Format: uuid */
                                organId: string;
                                organ: string;
                                authorName: string;
                                /** @enum {string} */
                                state: "draft" | "department-check" | "secrecy-review" | "office-review" | "deputy-approval" | "chief-approval" | "referred" | "approved" | "published" | "filed" | "withdrawn" | "discarded";
                                stateName: string;
                                /** Format: date-time */
                                stateSince: string;
                                /** Format: date */
                                dueOn?: string;
                                /** Format: date */
                                secondLookDueOn?: string;
                                important: boolean;
                                version: number;
                                /** @enum {string} */
                                act: "submit" | "take-back" | "pass" | "return" | "refer" | "answer-referral" | "register-answer" | "publish" | "schedule" | "unschedule" | "file" | "request-urgent" | "decline-urgent" | "publish-urgently" | "second-look" | "reject-second-look" | "withdraw" | "link-duty" | "revise" | "discard" | "restore";
                                label: string;
                                /** @enum {string} */
                                step?: "department-check" | "secrecy-review" | "office-review" | "deputy-approval" | "chief-approval";
                                secondEyes: boolean;
                                urgency?: {
                                    personName: string;
                                    reason: string;
                                    /** Format: date-time */
                                    at: string;
                                };
                                shareKey?: string;
                            }[];
                            total: number;
                            page: number;
                            pageSize: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/reviews/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 成批办理同一表格录入的信息 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        act: "pass" | "publish" | "submit";
                        /** @default  */
                        opinion?: string;
                        items: {
                            /** Format: uuid */
                            itemId: string;
                            version: number;
                        }[];
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: {
                                /** Format: uuid */
                                itemId: string;
                                /** @enum {string} */
                                state: "draft" | "department-check" | "secrecy-review" | "office-review" | "deputy-approval" | "chief-approval" | "referred" | "approved" | "published" | "filed" | "withdrawn" | "discarded";
                                version: number;
                                message: string;
                                published?: {
                                    indexNumber: string;
                                    channels: string[];
                                };
                            }[];
                            refused: {
                                /** Format: uuid */
                                itemId: string;
                                title: string;
                                message: string;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/overdue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看各单位逾期未公开情况 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                organId: string;
                                organ: string;
                                overdue: number;
                                soon: number;
                                oldest: string | null;
                                owed: number;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/items/{id}/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看信息的审查情况和本人可以办理的事项 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            title: string;
                            organ: string;
                            /** @enum {string} */
                            state: "draft" | "department-check" | "secrecy-review" | "office-review" | "deputy-approval" | "chief-approval" | "referred" | "approved" | "published" | "filed" | "withdrawn" | "discarded";
                            stateName: string;
                            version: number;
                            where: string;
                            next?: {
                                roles: string;
                                people: string;
                                secondEyes: boolean;
                            };
                            acts: {
                                /** @enum {string} */
                                act: "submit" | "take-back" | "pass" | "return" | "refer" | "answer-referral" | "register-answer" | "publish" | "schedule" | "unschedule" | "file" | "request-urgent" | "decline-urgent" | "publish-urgently" | "second-look" | "reject-second-look" | "withdraw" | "link-duty" | "revise" | "discard" | "restore";
                                name: string;
                                /** @enum {string} */
                                needs: "opinion" | "reason" | "nothing";
                                refusal?: string;
                                hasRight: boolean;
                            }[];
                            steps: {
                                /** @enum {string} */
                                step: "department-check" | "secrecy-review" | "office-review" | "deputy-approval" | "chief-approval";
                                name: string;
                                /** @enum {string} */
                                state: "done" | "now" | "ahead" | "owed";
                                personName?: string;
                                /** Format: date-time */
                                at?: string;
                                opinion?: string;
                                marks: string[];
                            }[];
                            /** Format: uuid */
                            organId: string;
                            returnTo: {
                                /** @enum {string} */
                                state: "draft" | "department-check" | "secrecy-review" | "office-review" | "deputy-approval" | "chief-approval" | "referred" | "approved" | "published" | "filed" | "withdrawn" | "discarded";
                                name: string;
                            }[];
                            events: {
                                position: number;
                                /** @enum {string} */
                                act: "begin" | "submit" | "take-back" | "pass" | "return" | "refer" | "answer-referral" | "register-answer" | "publish" | "schedule" | "unschedule" | "file" | "request-urgent" | "decline-urgent" | "publish-urgently" | "second-look" | "reject-second-look" | "withdraw" | "link-duty" | "revise" | "discard" | "restore" | "expire" | "import";
                                name: string;
                                personName: string;
                                roleName: string;
                                opinion: string;
                                marks: string[];
                                textNumber: number;
                                /** Format: date-time */
                                at: string;
                            }[];
                            referrals: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                referee: "county" | "secrecy-office";
                                refereeName: string;
                                question: string;
                                askedByName: string;
                                /** Format: date-time */
                                askedAt: string;
                                /** Format: date */
                                dueOn: string;
                                /** @enum {string} */
                                state: "open" | "answered" | "dropped";
                                /** @enum {string} */
                                answer?: "disclose" | "withhold" | "decide-yourselves";
                                answerName?: string;
                                answerText: string;
                                documentNumber?: string;
                                /** Format: date */
                                documentDay?: string;
                                /** Format: uuid */
                                attachmentId?: string;
                                closedByName?: string;
                                /** Format: date-time */
                                closedAt?: string;
                            }[];
                            owed: ("department-check" | "secrecy-review" | "office-review" | "deputy-approval" | "chief-approval")[];
                            /** Format: date-time */
                            publishAt?: string;
                            urgency?: {
                                personName: string;
                                reason: string;
                                /** Format: date-time */
                                at: string;
                            };
                            /** Format: date */
                            secondLookDueOn?: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/items/{id}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办理公开信息（提交、审查、退回、发布、撤回等） */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        act: "submit" | "take-back" | "pass" | "return" | "refer" | "answer-referral" | "register-answer" | "publish" | "schedule" | "unschedule" | "file" | "request-urgent" | "decline-urgent" | "publish-urgently" | "second-look" | "reject-second-look" | "withdraw" | "link-duty" | "revise" | "discard" | "restore";
                        version: number;
                        /** @default  */
                        opinion?: string;
                        /** @enum {string} */
                        to?: "draft" | "department-check" | "secrecy-review" | "office-review" | "deputy-approval" | "chief-approval" | "referred" | "approved" | "published" | "filed" | "withdrawn" | "discarded";
                        /** @enum {string} */
                        step?: "department-check" | "secrecy-review" | "office-review" | "deputy-approval" | "chief-approval";
                        escalate?: boolean;
                        /** @enum {string} */
                        referee?: "county" | "secrecy-office";
                        /** @enum {string} */
                        answer?: "disclose" | "withhold" | "decide-yourselves";
                        documentNumber?: string;
                        /** Format: date */
                        documentDay?: string;
                        /** Format: uuid */
                        attachmentId?: string;
                        /** Format: uuid */
                        catalogueItemId?: string;
                        /** Format: date-time */
                        publishAt?: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            itemId: string;
                            /** @enum {string} */
                            state: "draft" | "department-check" | "secrecy-review" | "office-review" | "deputy-approval" | "chief-approval" | "referred" | "approved" | "published" | "filed" | "withdrawn" | "discarded";
                            version: number;
                            message: string;
                            published?: {
                                indexNumber: string;
                                channels: string[];
                            };
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/items/{id}/review-sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载政府信息公开审查呈批单 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/routes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看公开审查流程设置 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                steps: {
                                    /** @enum {string} */
                                    "department-check": "always" | "important" | "never";
                                    /** @enum {string} */
                                    "secrecy-review": "always" | "important" | "never";
                                    /** @enum {string} */
                                    "office-review": "always" | "important" | "never";
                                    /** @enum {string} */
                                    "deputy-approval": "always" | "important" | "never";
                                    /** @enum {string} */
                                    "chief-approval": "always" | "important" | "never";
                                };
                                /** @default false */
                                alwaysImportant: boolean;
                                importantFrom?: number;
                                /** @default  */
                                note: string;
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                organId?: string;
                                organ?: string;
                                kind?: string;
                                kindName?: string;
                                version: number;
                                changedByName: string;
                                /** Format: date-time */
                                changedAt: string;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** 设置公开审查流程 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        steps: {
                            /** @enum {string} */
                            "department-check": "always" | "important" | "never";
                            /** @enum {string} */
                            "secrecy-review": "always" | "important" | "never";
                            /** @enum {string} */
                            "office-review": "always" | "important" | "never";
                            /** @enum {string} */
                            "deputy-approval": "always" | "important" | "never";
                            /** @enum {string} */
                            "chief-approval": "always" | "important" | "never";
                        };
                        /** @default false */
                        alwaysImportant?: boolean;
                        importantFrom?: number;
                        /** @default  */
                        note?: string;
                        /** Format: uuid */
                        organId?: string;
                        /** @enum {string} */
                        kind?: "normative-document" | "policy-document" | "interpretation" | "plan" | "statistics" | "licence" | "penalty" | "compulsion" | "inspection" | "public-service" | "budget" | "final-account" | "fee-item" | "procurement" | "project" | "public-notice" | "announcement" | "recruitment" | "livelihood" | "organ-profile" | "leaders" | "disclosure-guide" | "emergency-plan" | "emergency-warning" | "emergency-response" | "consultation" | "consultation-outcome" | "clarification" | "proposal-reply" | "meeting" | "news" | "disclosure-rule" | "annual-report" | "other";
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            steps: {
                                /** @enum {string} */
                                "department-check": "always" | "important" | "never";
                                /** @enum {string} */
                                "secrecy-review": "always" | "important" | "never";
                                /** @enum {string} */
                                "office-review": "always" | "important" | "never";
                                /** @enum {string} */
                                "deputy-approval": "always" | "important" | "never";
                                /** @enum {string} */
                                "chief-approval": "always" | "important" | "never";
                            };
                            /** @default false */
                            alwaysImportant: boolean;
                            importantFrom?: number;
                            /** @default  */
                            note: string;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            organId?: string;
                            organ?: string;
                            kind?: string;
                            kindName?: string;
                            version: number;
                            changedByName: string;
                            /** Format: date-time */
                            changedAt: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/routes/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看某单位某类信息要经过的审查环节 */
        get: {
            parameters: {
                query: {
                    organId: string;
                    kind: "normative-document" | "policy-document" | "interpretation" | "plan" | "statistics" | "licence" | "penalty" | "compulsion" | "inspection" | "public-service" | "budget" | "final-account" | "fee-item" | "procurement" | "project" | "public-notice" | "announcement" | "recruitment" | "livelihood" | "organ-profile" | "leaders" | "disclosure-guide" | "emergency-plan" | "emergency-warning" | "emergency-response" | "consultation" | "consultation-outcome" | "clarification" | "proposal-reply" | "meeting" | "news" | "disclosure-rule" | "annual-report" | "other";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            steps: ("department-check" | "secrecy-review" | "office-review" | "deputy-approval" | "chief-approval")[];
                            importantSteps: ("department-check" | "secrecy-review" | "office-review" | "deputy-approval" | "chief-approval")[];
                            alwaysImportant: boolean;
                            importantFrom?: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/routes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 修改公开审查流程 */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        steps: {
                            /** @enum {string} */
                            "department-check": "always" | "important" | "never";
                            /** @enum {string} */
                            "secrecy-review": "always" | "important" | "never";
                            /** @enum {string} */
                            "office-review": "always" | "important" | "never";
                            /** @enum {string} */
                            "deputy-approval": "always" | "important" | "never";
                            /** @enum {string} */
                            "chief-approval": "always" | "important" | "never";
                        };
                        /** @default false */
                        alwaysImportant?: boolean;
                        importantFrom?: number;
                        /** @default  */
                        note?: string;
                        version: number;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            steps: {
                                /** @enum {string} */
                                "department-check": "always" | "important" | "never";
                                /** @enum {string} */
                                "secrecy-review": "always" | "important" | "never";
                                /** @enum {string} */
                                "office-review": "always" | "important" | "never";
                                /** @enum {string} */
                                "deputy-approval": "always" | "important" | "never";
                                /** @enum {string} */
                                "chief-approval": "always" | "important" | "never";
                            };
                            /** @default false */
                            alwaysImportant: boolean;
                            importantFrom?: number;
                            /** @default  */
                            note: string;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            organId?: string;
                            organ?: string;
                            kind?: string;
                            kindName?: string;
                            version: number;
                            changedByName: string;
                            /** Format: date-time */
                            changedAt: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** 删除公开审查流程设置 */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/referrals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看报请确定的事项 */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    pageSize?: number;
                    state?: "open" | "answered" | "dropped";
                    referee?: "county" | "secrecy-office";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                itemId: string;
                                title: string;
                                /** Format: uuid */
                                organId: string;
                                organ: string;
                                /** @enum {string} */
                                referee: "county" | "secrecy-office";
                                refereeName: string;
                                question: string;
                                askedByName: string;
                                /** Format: date-time */
                                askedAt: string;
                                /** Format: date */
                                dueOn: string;
                                /** @enum {string} */
                                state: "open" | "answered" | "dropped";
                                /** @enum {string} */
                                answer?: "disclose" | "withhold" | "decide-yourselves";
                                answerName?: string;
                                answerText: string;
                                documentNumber?: string;
                                /** Format: date */
                                documentDay?: string;
                                /** Format: uuid */
                                attachmentId?: string;
                                closedByName?: string;
                                /** Format: date-time */
                                closedAt?: string;
                            }[];
                            total: number;
                            page: number;
                            pageSize: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/items/{id}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看检查结果 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            result?: {
                                itemId: string;
                                textNumber: number;
                                /** Format: date-time */
                                checkedAt: string;
                                checkedByName: string;
                                stale: boolean;
                                counts: {
                                    block: number;
                                    warn: number;
                                    info: number;
                                    open: number;
                                };
                                findings: {
                                    key: string;
                                    check: string;
                                    name: string;
                                    /** @enum {string} */
                                    group: "secrecy" | "personal" | "wording" | "date" | "completeness" | "link" | "attachment" | "duplicate";
                                    /** @enum {string} */
                                    severity: "block" | "warn" | "info";
                                    /** @enum {string} */
                                    waivable: "author" | "secrecy-reviewer" | "nobody";
                                    message: string;
                                    excerpt: string;
                                    place: {
                                        /** @enum {string} */
                                        part: "title" | "summary";
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "field";
                                        field: string;
                                        label: string;
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "body";
                                        block: number;
                                        start: number;
                                        end: number;
                                        where?: string;
                                    } | {
                                        /** @constant */
                                        part: "body";
                                    } | {
                                        /** @constant */
                                        part: "attachment";
                                        attachmentId: string;
                                        name: string;
                                        piece: string;
                                        hidden: boolean;
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "item";
                                    };
                                    suggestion?: string;
                                    /** @enum {string} */
                                    mendable: "mask" | "correct" | "none";
                                    mask?: string;
                                    judgement?: {
                                        reason: string;
                                        byName: string;
                                        role: string;
                                        /** Format: date-time */
                                        at: string;
                                        own: boolean;
                                    };
                                    asked?: {
                                        reason: string;
                                        byName: string;
                                        role: string;
                                        /** Format: date-time */
                                        at: string;
                                        own: boolean;
                                    };
                                    open: boolean;
                                    readonly links?: {
                                        label: string;
                                        href: string;
                                    }[];
                                    readonly passages?: {
                                        here: {
                                            start: number;
                                            end: number;
                                        };
                                        there: {
                                            start: number;
                                            end: number;
                                        };
                                        text: string;
                                    }[];
                                }[];
                                masked: {
                                    check: string;
                                    name: string;
                                    before: string;
                                    after: string;
                                    place: {
                                        /** @enum {string} */
                                        part: "title" | "summary";
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "field";
                                        field: string;
                                        label: string;
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "body";
                                        block: number;
                                        start: number;
                                        end: number;
                                        where?: string;
                                    } | {
                                        /** @constant */
                                        part: "body";
                                    } | {
                                        /** @constant */
                                        part: "attachment";
                                        attachmentId: string;
                                        name: string;
                                        piece: string;
                                        hidden: boolean;
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "item";
                                    };
                                    byName: string;
                                    /** Format: date-time */
                                    at: string;
                                }[];
                            };
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** 检查正文和附件 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            result: {
                                itemId: string;
                                textNumber: number;
                                /** Format: date-time */
                                checkedAt: string;
                                checkedByName: string;
                                stale: boolean;
                                counts: {
                                    block: number;
                                    warn: number;
                                    info: number;
                                    open: number;
                                };
                                findings: {
                                    key: string;
                                    check: string;
                                    name: string;
                                    /** @enum {string} */
                                    group: "secrecy" | "personal" | "wording" | "date" | "completeness" | "link" | "attachment" | "duplicate";
                                    /** @enum {string} */
                                    severity: "block" | "warn" | "info";
                                    /** @enum {string} */
                                    waivable: "author" | "secrecy-reviewer" | "nobody";
                                    message: string;
                                    excerpt: string;
                                    place: {
                                        /** @enum {string} */
                                        part: "title" | "summary";
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "field";
                                        field: string;
                                        label: string;
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "body";
                                        block: number;
                                        start: number;
                                        end: number;
                                        where?: string;
                                    } | {
                                        /** @constant */
                                        part: "body";
                                    } | {
                                        /** @constant */
                                        part: "attachment";
                                        attachmentId: string;
                                        name: string;
                                        piece: string;
                                        hidden: boolean;
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "item";
                                    };
                                    suggestion?: string;
                                    /** @enum {string} */
                                    mendable: "mask" | "correct" | "none";
                                    mask?: string;
                                    judgement?: {
                                        reason: string;
                                        byName: string;
                                        role: string;
                                        /** Format: date-time */
                                        at: string;
                                        own: boolean;
                                    };
                                    asked?: {
                                        reason: string;
                                        byName: string;
                                        role: string;
                                        /** Format: date-time */
                                        at: string;
                                        own: boolean;
                                    };
                                    open: boolean;
                                    readonly links?: {
                                        label: string;
                                        href: string;
                                    }[];
                                    readonly passages?: {
                                        here: {
                                            start: number;
                                            end: number;
                                        };
                                        there: {
                                            start: number;
                                            end: number;
                                        };
                                        text: string;
                                    }[];
                                }[];
                                masked: {
                                    check: string;
                                    name: string;
                                    before: string;
                                    after: string;
                                    place: {
                                        /** @enum {string} */
                                        part: "title" | "summary";
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "field";
                                        field: string;
                                        label: string;
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "body";
                                        block: number;
                                        start: number;
                                        end: number;
                                        where?: string;
                                    } | {
                                        /** @constant */
                                        part: "body";
                                    } | {
                                        /** @constant */
                                        part: "attachment";
                                        attachmentId: string;
                                        name: string;
                                        piece: string;
                                        hidden: boolean;
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "item";
                                    };
                                    byName: string;
                                    /** Format: date-time */
                                    at: string;
                                }[];
                            };
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/items/{id}/checks/judgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 说明或者放行检查结果 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        key: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            result: {
                                itemId: string;
                                textNumber: number;
                                /** Format: date-time */
                                checkedAt: string;
                                checkedByName: string;
                                stale: boolean;
                                counts: {
                                    block: number;
                                    warn: number;
                                    info: number;
                                    open: number;
                                };
                                findings: {
                                    key: string;
                                    check: string;
                                    name: string;
                                    /** @enum {string} */
                                    group: "secrecy" | "personal" | "wording" | "date" | "completeness" | "link" | "attachment" | "duplicate";
                                    /** @enum {string} */
                                    severity: "block" | "warn" | "info";
                                    /** @enum {string} */
                                    waivable: "author" | "secrecy-reviewer" | "nobody";
                                    message: string;
                                    excerpt: string;
                                    place: {
                                        /** @enum {string} */
                                        part: "title" | "summary";
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "field";
                                        field: string;
                                        label: string;
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "body";
                                        block: number;
                                        start: number;
                                        end: number;
                                        where?: string;
                                    } | {
                                        /** @constant */
                                        part: "body";
                                    } | {
                                        /** @constant */
                                        part: "attachment";
                                        attachmentId: string;
                                        name: string;
                                        piece: string;
                                        hidden: boolean;
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "item";
                                    };
                                    suggestion?: string;
                                    /** @enum {string} */
                                    mendable: "mask" | "correct" | "none";
                                    mask?: string;
                                    judgement?: {
                                        reason: string;
                                        byName: string;
                                        role: string;
                                        /** Format: date-time */
                                        at: string;
                                        own: boolean;
                                    };
                                    asked?: {
                                        reason: string;
                                        byName: string;
                                        role: string;
                                        /** Format: date-time */
                                        at: string;
                                        own: boolean;
                                    };
                                    open: boolean;
                                    readonly links?: {
                                        label: string;
                                        href: string;
                                    }[];
                                    readonly passages?: {
                                        here: {
                                            start: number;
                                            end: number;
                                        };
                                        there: {
                                            start: number;
                                            end: number;
                                        };
                                        text: string;
                                    }[];
                                }[];
                                masked: {
                                    check: string;
                                    name: string;
                                    before: string;
                                    after: string;
                                    place: {
                                        /** @enum {string} */
                                        part: "title" | "summary";
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "field";
                                        field: string;
                                        label: string;
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "body";
                                        block: number;
                                        start: number;
                                        end: number;
                                        where?: string;
                                    } | {
                                        /** @constant */
                                        part: "body";
                                    } | {
                                        /** @constant */
                                        part: "attachment";
                                        attachmentId: string;
                                        name: string;
                                        piece: string;
                                        hidden: boolean;
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "item";
                                    };
                                    byName: string;
                                    /** Format: date-time */
                                    at: string;
                                }[];
                            };
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/items/{id}/checks/judgements/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 收回对检查结果的说明 */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    key: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            result: {
                                itemId: string;
                                textNumber: number;
                                /** Format: date-time */
                                checkedAt: string;
                                checkedByName: string;
                                stale: boolean;
                                counts: {
                                    block: number;
                                    warn: number;
                                    info: number;
                                    open: number;
                                };
                                findings: {
                                    key: string;
                                    check: string;
                                    name: string;
                                    /** @enum {string} */
                                    group: "secrecy" | "personal" | "wording" | "date" | "completeness" | "link" | "attachment" | "duplicate";
                                    /** @enum {string} */
                                    severity: "block" | "warn" | "info";
                                    /** @enum {string} */
                                    waivable: "author" | "secrecy-reviewer" | "nobody";
                                    message: string;
                                    excerpt: string;
                                    place: {
                                        /** @enum {string} */
                                        part: "title" | "summary";
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "field";
                                        field: string;
                                        label: string;
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "body";
                                        block: number;
                                        start: number;
                                        end: number;
                                        where?: string;
                                    } | {
                                        /** @constant */
                                        part: "body";
                                    } | {
                                        /** @constant */
                                        part: "attachment";
                                        attachmentId: string;
                                        name: string;
                                        piece: string;
                                        hidden: boolean;
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "item";
                                    };
                                    suggestion?: string;
                                    /** @enum {string} */
                                    mendable: "mask" | "correct" | "none";
                                    mask?: string;
                                    judgement?: {
                                        reason: string;
                                        byName: string;
                                        role: string;
                                        /** Format: date-time */
                                        at: string;
                                        own: boolean;
                                    };
                                    asked?: {
                                        reason: string;
                                        byName: string;
                                        role: string;
                                        /** Format: date-time */
                                        at: string;
                                        own: boolean;
                                    };
                                    open: boolean;
                                    readonly links?: {
                                        label: string;
                                        href: string;
                                    }[];
                                    readonly passages?: {
                                        here: {
                                            start: number;
                                            end: number;
                                        };
                                        there: {
                                            start: number;
                                            end: number;
                                        };
                                        text: string;
                                    }[];
                                }[];
                                masked: {
                                    check: string;
                                    name: string;
                                    before: string;
                                    after: string;
                                    place: {
                                        /** @enum {string} */
                                        part: "title" | "summary";
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "field";
                                        field: string;
                                        label: string;
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "body";
                                        block: number;
                                        start: number;
                                        end: number;
                                        where?: string;
                                    } | {
                                        /** @constant */
                                        part: "body";
                                    } | {
                                        /** @constant */
                                        part: "attachment";
                                        attachmentId: string;
                                        name: string;
                                        piece: string;
                                        hidden: boolean;
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "item";
                                    };
                                    byName: string;
                                    /** Format: date-time */
                                    at: string;
                                }[];
                            };
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/items/{id}/checks/mask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 一键脱敏、改正 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        keys: string[];
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            result: {
                                itemId: string;
                                textNumber: number;
                                /** Format: date-time */
                                checkedAt: string;
                                checkedByName: string;
                                stale: boolean;
                                counts: {
                                    block: number;
                                    warn: number;
                                    info: number;
                                    open: number;
                                };
                                findings: {
                                    key: string;
                                    check: string;
                                    name: string;
                                    /** @enum {string} */
                                    group: "secrecy" | "personal" | "wording" | "date" | "completeness" | "link" | "attachment" | "duplicate";
                                    /** @enum {string} */
                                    severity: "block" | "warn" | "info";
                                    /** @enum {string} */
                                    waivable: "author" | "secrecy-reviewer" | "nobody";
                                    message: string;
                                    excerpt: string;
                                    place: {
                                        /** @enum {string} */
                                        part: "title" | "summary";
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "field";
                                        field: string;
                                        label: string;
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "body";
                                        block: number;
                                        start: number;
                                        end: number;
                                        where?: string;
                                    } | {
                                        /** @constant */
                                        part: "body";
                                    } | {
                                        /** @constant */
                                        part: "attachment";
                                        attachmentId: string;
                                        name: string;
                                        piece: string;
                                        hidden: boolean;
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "item";
                                    };
                                    suggestion?: string;
                                    /** @enum {string} */
                                    mendable: "mask" | "correct" | "none";
                                    mask?: string;
                                    judgement?: {
                                        reason: string;
                                        byName: string;
                                        role: string;
                                        /** Format: date-time */
                                        at: string;
                                        own: boolean;
                                    };
                                    asked?: {
                                        reason: string;
                                        byName: string;
                                        role: string;
                                        /** Format: date-time */
                                        at: string;
                                        own: boolean;
                                    };
                                    open: boolean;
                                    readonly links?: {
                                        label: string;
                                        href: string;
                                    }[];
                                    readonly passages?: {
                                        here: {
                                            start: number;
                                            end: number;
                                        };
                                        there: {
                                            start: number;
                                            end: number;
                                        };
                                        text: string;
                                    }[];
                                }[];
                                masked: {
                                    check: string;
                                    name: string;
                                    before: string;
                                    after: string;
                                    place: {
                                        /** @enum {string} */
                                        part: "title" | "summary";
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "field";
                                        field: string;
                                        label: string;
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "body";
                                        block: number;
                                        start: number;
                                        end: number;
                                        where?: string;
                                    } | {
                                        /** @constant */
                                        part: "body";
                                    } | {
                                        /** @constant */
                                        part: "attachment";
                                        attachmentId: string;
                                        name: string;
                                        piece: string;
                                        hidden: boolean;
                                        start?: number;
                                        end?: number;
                                    } | {
                                        /** @constant */
                                        part: "item";
                                    };
                                    byName: string;
                                    /** Format: date-time */
                                    at: string;
                                }[];
                            };
                            version: number;
                            textNumber: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看检查项目 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            checks: {
                                key: string;
                                name: string;
                                /** @enum {string} */
                                group: "secrecy" | "personal" | "wording" | "date" | "completeness" | "link" | "attachment" | "duplicate";
                                /** @enum {string} */
                                severity: "block" | "warn" | "info";
                                /** @enum {string} */
                                waivable: "author" | "secrecy-reviewer" | "nobody";
                                means: string;
                                mend: string;
                                source: string;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/check-words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看词表 */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    pageSize?: number;
                    search?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                wrong: string;
                                right?: string;
                                /** @enum {string} */
                                kind: "slip" | "former-name" | "fixed-phrase" | "sensitive" | "other";
                                /** @enum {string} */
                                severity: "warn" | "info";
                                note: string;
                                readonly except: string[];
                                addedByName: string;
                                /** Format: date-time */
                                addedAt: string;
                            }[];
                            total: number;
                            page: number;
                            pageSize: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** 登记词表 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        wrong: string;
                        right?: string;
                        /**
                         * @default slip
                         * @enum {string}
                         */
                        kind?: "slip" | "former-name" | "fixed-phrase" | "sensitive" | "other";
                        /**
                         * @default warn
                         * @enum {string}
                         */
                        severity?: "warn" | "info";
                        /** @default  */
                        note?: string;
                        /** @default [] */
                        except?: string[];
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            wrong: string;
                            right?: string;
                            /** @enum {string} */
                            kind: "slip" | "former-name" | "fixed-phrase" | "sensitive" | "other";
                            /** @enum {string} */
                            severity: "warn" | "info";
                            note: string;
                            readonly except: string[];
                            addedByName: string;
                            /** Format: date-time */
                            addedAt: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/check-words/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** 删除词表中的词 */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/check-words/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导入词表 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        file?: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            added: number;
                            changed: number;
                            unchanged: number;
                            refused: {
                                row: number;
                                message: string;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/check-words/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出词表 */
        get: {
            parameters: {
                query?: {
                    format?: "xlsx" | "csv";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/items/{id}/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看信息在各渠道的发布情况 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            channels: {
                                /** Format: uuid */
                                itemId: string;
                                /** @enum {string} */
                                channel: "portal" | "wechat" | "bulletin-board" | "archive" | "library" | "weibo" | "xuexi" | "app" | "broadcast" | "wechat-group" | "screen" | "handbook" | "press-conference" | "gazette" | "other";
                                /** @enum {string} */
                                state: "planned" | "waiting" | "sending" | "done" | "failed" | "recalling" | "recalled" | "not-done";
                                isAutomatic: boolean;
                                textNumber?: number;
                                /** Format: date */
                                dueOn?: string;
                                /** Format: date */
                                doneOn?: string;
                                /** Format: date-time */
                                doneAt?: string;
                                reason?: string;
                                attempts: number;
                                /** Format: date-time */
                                nextAttemptAt?: string;
                                errorCode?: string;
                                error?: string;
                                /** Format: date-time */
                                outdatedSince?: string;
                                /** Format: uuid */
                                transferId?: string;
                                /** Format: date-time */
                                stateSince: string;
                                acts: ("plan" | "release" | "register" | "send" | "sent" | "fail" | "decline" | "reopen" | "recall" | "confirm-recall")[];
                                receipts: {
                                    /** Format: uuid */
                                    id: string;
                                    /** @enum {string} */
                                    channel: "portal" | "wechat" | "bulletin-board" | "archive" | "library" | "weibo" | "xuexi" | "app" | "broadcast" | "wechat-group" | "screen" | "handbook" | "press-conference" | "gazette" | "other";
                                    /** @enum {string} */
                                    act: "plan" | "release" | "register" | "send" | "sent" | "fail" | "decline" | "reopen" | "recall" | "confirm-recall";
                                    textNumber?: number;
                                    /** Format: date */
                                    doneOn?: string;
                                    link?: string;
                                    copies?: number;
                                    receiver?: string;
                                    note: string;
                                    personName: string;
                                    /** Format: date-time */
                                    at: string;
                                    photos: {
                                        /** Format: uuid */
                                        id: string;
                                        fileName: string;
                                    }[];
                                }[];
                            }[];
                            mayWork: boolean;
                            mayPlan: boolean;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** 选择信息的发布渠道 */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        channels: ("portal" | "wechat" | "bulletin-board" | "archive" | "library" | "weibo" | "xuexi" | "app" | "broadcast" | "wechat-group" | "screen" | "handbook" | "press-conference" | "gazette" | "other")[];
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            channels: ("portal" | "wechat" | "bulletin-board" | "archive" | "library" | "weibo" | "xuexi" | "app" | "broadcast" | "wechat-group" | "screen" | "handbook" | "press-conference" | "gazette" | "other")[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看各渠道待办和已办 */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    pageSize?: number;
                    channel?: "portal" | "wechat" | "bulletin-board" | "archive" | "library" | "weibo" | "xuexi" | "app" | "broadcast" | "wechat-group" | "screen" | "handbook" | "press-conference" | "gazette" | "other";
                    state?: ("planned" | "waiting" | "sending" | "done" | "failed" | "recalling" | "recalled" | "not-done") | ("open" | "outdated");
                    withinId?: string;
                    overdue?: string;
                    words?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                itemId: string;
                                /** @enum {string} */
                                channel: "portal" | "wechat" | "bulletin-board" | "archive" | "library" | "weibo" | "xuexi" | "app" | "broadcast" | "wechat-group" | "screen" | "handbook" | "press-conference" | "gazette" | "other";
                                /** @enum {string} */
                                state: "planned" | "waiting" | "sending" | "done" | "failed" | "recalling" | "recalled" | "not-done";
                                isAutomatic: boolean;
                                textNumber?: number;
                                /** Format: date */
                                dueOn?: string;
                                /** Format: date */
                                doneOn?: string;
                                /** Format: date-time */
                                doneAt?: string;
                                reason?: string;
                                attempts: number;
                                /** Format: date-time */
                                nextAttemptAt?: string;
                                errorCode?: string;
                                error?: string;
                                /** Format: date-time */
                                outdatedSince?: string;
                                /** Format: uuid */
                                transferId?: string;
                                /** Format: date-time */
                                stateSince: string;
                                acts: ("plan" | "release" | "register" | "send" | "sent" | "fail" | "decline" | "reopen" | "recall" | "confirm-recall")[];
                                /** Format: uuid */
                                organId: string;
                                organ: string;
                                title: string;
                                indexNumber: string | null;
                                publishedOn: string | null;
                                kind: string;
                                columnKey: string;
                            }[];
                            total: number;
                            page: number;
                            pageSize: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/channels/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看各渠道待办数 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            counts: {
                                /** @enum {string} */
                                channel: "portal" | "wechat" | "bulletin-board" | "archive" | "library" | "weibo" | "xuexi" | "app" | "broadcast" | "wechat-group" | "screen" | "handbook" | "press-conference" | "gazette" | "other";
                                state: string;
                                total: number;
                                overdue: number;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/channels/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记渠道发布情况 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        itemIds: string[];
                        entries: {
                            /** @enum {string} */
                            channel: "portal" | "wechat" | "bulletin-board" | "archive" | "library" | "weibo" | "xuexi" | "app" | "broadcast" | "wechat-group" | "screen" | "handbook" | "press-conference" | "gazette" | "other";
                            /** Format: date */
                            doneOn: string;
                            link?: string;
                            copies?: number;
                            receiver?: string;
                            /** @default  */
                            note?: string;
                            /** @default [] */
                            photoIds?: string[];
                        }[];
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: number;
                            refused: {
                                /** Format: uuid */
                                itemId: string;
                                title: string;
                                /** @enum {string} */
                                channel: "portal" | "wechat" | "bulletin-board" | "archive" | "library" | "weibo" | "xuexi" | "app" | "broadcast" | "wechat-group" | "screen" | "handbook" | "press-conference" | "gazette" | "other";
                                reason: string;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/channels/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记不再从某渠道发布 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        itemIds: string[];
                        /** @enum {string} */
                        channel: "portal" | "wechat" | "bulletin-board" | "archive" | "library" | "weibo" | "xuexi" | "app" | "broadcast" | "wechat-group" | "screen" | "handbook" | "press-conference" | "gazette" | "other";
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: number;
                            refused: {
                                /** Format: uuid */
                                itemId: string;
                                title: string;
                                /** @enum {string} */
                                channel: "portal" | "wechat" | "bulletin-board" | "archive" | "library" | "weibo" | "xuexi" | "app" | "broadcast" | "wechat-group" | "screen" | "handbook" | "press-conference" | "gazette" | "other";
                                reason: string;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/channels/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 恢复某渠道的发布办理 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        itemIds: string[];
                        /** @enum {string} */
                        channel: "portal" | "wechat" | "bulletin-board" | "archive" | "library" | "weibo" | "xuexi" | "app" | "broadcast" | "wechat-group" | "screen" | "handbook" | "press-conference" | "gazette" | "other";
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: number;
                            refused: {
                                /** Format: uuid */
                                itemId: string;
                                title: string;
                                /** @enum {string} */
                                channel: "portal" | "wechat" | "bulletin-board" | "archive" | "library" | "weibo" | "xuexi" | "app" | "broadcast" | "wechat-group" | "screen" | "handbook" | "press-conference" | "gazette" | "other";
                                reason: string;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/channels/confirm-recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 登记已从某渠道撤下 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        itemIds: string[];
                        /** @enum {string} */
                        channel: "portal" | "wechat" | "bulletin-board" | "archive" | "library" | "weibo" | "xuexi" | "app" | "broadcast" | "wechat-group" | "screen" | "handbook" | "press-conference" | "gazette" | "other";
                        /** Format: date */
                        doneOn: string;
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: number;
                            refused: {
                                /** Format: uuid */
                                itemId: string;
                                title: string;
                                /** @enum {string} */
                                channel: "portal" | "wechat" | "bulletin-board" | "archive" | "library" | "weibo" | "xuexi" | "app" | "broadcast" | "wechat-group" | "screen" | "handbook" | "press-conference" | "gazette" | "other";
                                reason: string;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/channels/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 向微信公众号发送或重新发送 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        itemIds: string[];
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            done: number;
                            refused: {
                                /** Format: uuid */
                                itemId: string;
                                title: string;
                                /** @enum {string} */
                                channel: "portal" | "wechat" | "bulletin-board" | "archive" | "library" | "weibo" | "xuexi" | "app" | "broadcast" | "wechat-group" | "screen" | "handbook" | "press-conference" | "gazette" | "other";
                                reason: string;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/wechat-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看接入的微信公众号 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                organId: string;
                                organ: string;
                                name: string;
                                appId: string;
                                inUse: boolean;
                                /** Format: date-time */
                                checkedAt?: string;
                                checkProblem?: string;
                                version: number;
                                /** Format: date-time */
                                updatedAt: string;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** 接入微信公众号 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        organId: string;
                        name: string;
                        appId: string;
                        appSecret?: string;
                        /** @default true */
                        inUse?: boolean;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/wechat-accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改微信公众号接入信息 */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        name: string;
                        appId: string;
                        appSecret?: string;
                        inUse: boolean;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/publication/wechat-accounts/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 测试微信公众号连接 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            problem?: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看政府信息发布统计 */
        get: {
            parameters: {
                query: {
                    from: string;
                    to: string;
                    withinId?: string;
                    kind?: string;
                    columnKey?: string;
                    fieldKey?: string;
                    by?: "organ" | "year" | "month" | "field" | "column" | "kind";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            by: "organ" | "year" | "month" | "field" | "column" | "kind";
                            lines: {
                                information: number;
                                withdrawn: number;
                                channels: {
                                    portal?: number;
                                    wechat?: number;
                                    "bulletin-board"?: number;
                                    archive?: number;
                                    library?: number;
                                    weibo?: number;
                                    xuexi?: number;
                                    app?: number;
                                    broadcast?: number;
                                    "wechat-group"?: number;
                                    screen?: number;
                                    handbook?: number;
                                    "press-conference"?: number;
                                    gazette?: number;
                                    other?: number;
                                };
                                deliveries: number;
                                key: string;
                                name: string;
                            }[];
                            total: {
                                information: number;
                                withdrawn: number;
                                channels: {
                                    portal?: number;
                                    wechat?: number;
                                    "bulletin-board"?: number;
                                    archive?: number;
                                    library?: number;
                                    weibo?: number;
                                    xuexi?: number;
                                    app?: number;
                                    broadcast?: number;
                                    "wechat-group"?: number;
                                    screen?: number;
                                    handbook?: number;
                                    "press-conference"?: number;
                                    gazette?: number;
                                    other?: number;
                                };
                                deliveries: number;
                            };
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/figures/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 打开统计数对应的信息 */
        get: {
            parameters: {
                query: {
                    from: string;
                    to: string;
                    withinId?: string;
                    kind?: string;
                    columnKey?: string;
                    fieldKey?: string;
                    page?: number;
                    pageSize?: number;
                    by?: "organ" | "year" | "month" | "field" | "column" | "kind";
                    key?: string;
                    what?: "information" | "withdrawn" | "deliveries";
                    channel?: "portal" | "wechat" | "bulletin-board" | "archive" | "library" | "weibo" | "xuexi" | "app" | "broadcast" | "wechat-group" | "screen" | "handbook" | "press-conference" | "gazette" | "other";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                indexNumber: string | null;
                                /** Format: uuid */
                                organId: string;
                                organ: string;
                                kind: string;
                                columnKey: string;
                                fieldKey: string | null;
                                publishedOn: string | null;
                                live: boolean;
                                channel: ("portal" | "wechat" | "bulletin-board" | "archive" | "library" | "weibo" | "xuexi" | "app" | "broadcast" | "wechat-group" | "screen" | "handbook" | "press-conference" | "gazette" | "other") | null;
                                doneOn: string | null;
                            }[];
                            total: number;
                            page: number;
                            pageSize: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/figures/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 导出政府信息发布统计 */
        get: {
            parameters: {
                query: {
                    from: string;
                    to: string;
                    withinId?: string;
                    kind?: string;
                    columnKey?: string;
                    fieldKey?: string;
                    by?: "organ" | "year" | "month" | "field" | "column" | "kind";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/items/{id}/bulletin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 打印公告栏公告单 */
        get: {
            parameters: {
                query?: {
                    size?: "A4" | "A3";
                    format?: "docx" | "html";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/transfers/pending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看待移送的信息 */
        get: {
            parameters: {
                query: {
                    channel: "archive" | "library";
                    organId: string;
                    from: string;
                    to: string;
                    page?: number;
                    pageSize?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                title: string;
                                indexNumber: string | null;
                                documentNumber: string | null;
                                kind: string;
                                /** Format: uuid */
                                organId: string;
                                organ: string;
                                /** Format: date */
                                publishedOn: string;
                            }[];
                            total: number;
                            page: number;
                            pageSize: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/transfers/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 打印移送明细表 */
        get: {
            parameters: {
                query: {
                    channel: "archive" | "library";
                    organId: string;
                    from: string;
                    to: string;
                    format?: "docx" | "xlsx";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看移送记录 */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    pageSize?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                organId: string;
                                organ: string;
                                /** @enum {string} */
                                channel: "archive" | "library";
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                                /** Format: date */
                                handedOn: string;
                                receiver: string;
                                items: number;
                                personName: string;
                                /** Format: date-time */
                                at: string;
                            }[];
                            total: number;
                            page: number;
                            pageSize: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** 登记信息移送 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        channel: "archive" | "library";
                        /** Format: uuid */
                        organId: string;
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        /** Format: date */
                        handedOn: string;
                        receiver: string;
                        itemIds?: string[];
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            items: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/transfers/{id}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 打印一次移送的明细表 */
        get: {
            parameters: {
                query?: {
                    format?: "docx" | "xlsx";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看发布台账导入记录 */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    pageSize?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                fileName: string;
                                /** @enum {string} */
                                status: "pending" | "applied" | "undone" | "dropped";
                                /** Format: date-time */
                                createdAt: string;
                                createdBy: string;
                                appliedAt: string | null;
                                appliedBy: string | null;
                                undoneAt: string | null;
                                undoneBy: string | null;
                                /** Format: uuid */
                                organId: string;
                                counts: {
                                    created: number;
                                    same: number;
                                    changed: number;
                                    problems: number;
                                    opening: number;
                                };
                                version: number;
                                droppedAt: string | null;
                                droppedBy: string | null;
                                droppedBecause: string | null;
                                organ: string;
                            }[];
                            total: number;
                            page: number;
                            pageSize: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** 上传发布台账，生成差异清单 */
        post: {
            parameters: {
                query: {
                    organId: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        file?: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/imports/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载发布台账模板 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看发布台账的差异清单 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            fileName: string;
                            /** @enum {string} */
                            status: "pending" | "applied" | "undone" | "dropped";
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                            appliedAt: string | null;
                            appliedBy: string | null;
                            undoneAt: string | null;
                            undoneBy: string | null;
                            /** Format: uuid */
                            organId: string;
                            counts: {
                                created: number;
                                same: number;
                                changed: number;
                                problems: number;
                                opening: number;
                            };
                            version: number;
                            droppedAt: string | null;
                            droppedBy: string | null;
                            droppedBecause: string | null;
                            sheets: {
                                name: string;
                                rows: number;
                                sample: string[][];
                            }[];
                            sheet: number;
                            matching: {
                                headRow: number;
                                columns: (("title" | "publishedOn" | "formedOn" | "indexNumber" | "documentNumber" | "organ" | "kind" | "column" | "field" | "channels" | "tick" | "link" | "summary") | null)[];
                                /** @enum {string} */
                                kind: "normative-document" | "policy-document" | "interpretation" | "plan" | "statistics" | "licence" | "penalty" | "compulsion" | "inspection" | "public-service" | "budget" | "final-account" | "fee-item" | "procurement" | "project" | "public-notice" | "announcement" | "recruitment" | "livelihood" | "organ-profile" | "leaders" | "disclosure-guide" | "emergency-plan" | "emergency-warning" | "emergency-response" | "consultation" | "consultation-outcome" | "clarification" | "proposal-reply" | "meeting" | "news" | "disclosure-rule" | "annual-report" | "other";
                                columnKey?: string;
                                year?: number;
                                channels: ("portal" | "wechat" | "bulletin-board" | "archive" | "library" | "weibo" | "xuexi" | "app" | "broadcast" | "wechat-group" | "screen" | "handbook" | "press-conference" | "gazette" | "other")[];
                            };
                            organs: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            fields: {
                                /** @enum {string} */
                                key: "title" | "publishedOn" | "formedOn" | "indexNumber" | "documentNumber" | "organ" | "kind" | "column" | "field" | "channels" | "tick" | "link" | "summary";
                                label: string;
                                required: boolean;
                            }[];
                            differences: {
                                created: {
                                    row: number;
                                    title: string;
                                    /** Format: date */
                                    publishedOn: string;
                                    indexNumber?: string;
                                    documentNumber?: string;
                                    /** Format: uuid */
                                    organId: string;
                                    kind: string;
                                    columnKey: string;
                                    summary: string;
                                    deliveries: {
                                        /** @enum {string} */
                                        channel: "portal" | "wechat" | "bulletin-board" | "archive" | "library" | "weibo" | "xuexi" | "app" | "broadcast" | "wechat-group" | "screen" | "handbook" | "press-conference" | "gazette" | "other";
                                        /** Format: date */
                                        doneOn: string;
                                        link?: string;
                                    }[];
                                }[];
                                same: {
                                    /** Format: uuid */
                                    itemId: string;
                                    entry: {
                                        row: number;
                                        title: string;
                                        /** Format: date */
                                        publishedOn: string;
                                        indexNumber?: string;
                                        documentNumber?: string;
                                        /** Format: uuid */
                                        organId: string;
                                        kind: string;
                                        columnKey: string;
                                        summary: string;
                                        deliveries: {
                                            /** @enum {string} */
                                            channel: "portal" | "wechat" | "bulletin-board" | "archive" | "library" | "weibo" | "xuexi" | "app" | "broadcast" | "wechat-group" | "screen" | "handbook" | "press-conference" | "gazette" | "other";
                                            /** Format: date */
                                            doneOn: string;
                                            link?: string;
                                        }[];
                                    };
                                }[];
                                changed: {
                                    /** Format: uuid */
                                    itemId: string;
                                    entry: {
                                        row: number;
                                        title: string;
                                        /** Format: date */
                                        publishedOn: string;
                                        indexNumber?: string;
                                        documentNumber?: string;
                                        /** Format: uuid */
                                        organId: string;
                                        kind: string;
                                        columnKey: string;
                                        summary: string;
                                        deliveries: {
                                            /** @enum {string} */
                                            channel: "portal" | "wechat" | "bulletin-board" | "archive" | "library" | "weibo" | "xuexi" | "app" | "broadcast" | "wechat-group" | "screen" | "handbook" | "press-conference" | "gazette" | "other";
                                            /** Format: date */
                                            doneOn: string;
                                            link?: string;
                                        }[];
                                    };
                                    fields: {
                                        key: string;
                                        label: string;
                                        before: string;
                                        after: string;
                                    }[];
                                }[];
                                problems: {
                                    row: number;
                                    title: string;
                                    reason: string;
                                }[];
                                left: {
                                    row: number;
                                    what: string;
                                }[];
                                remarks: string[];
                            };
                            decision: {
                                mayEnter: boolean;
                                because?: string;
                                enterers: string[];
                                mayDrop: boolean;
                                mayUndo: boolean;
                                isOwn: boolean;
                            };
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 指定台账的工作表和各列含义 */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        sheet?: number;
                        headRow?: number;
                        columns?: (("title" | "publishedOn" | "formedOn" | "indexNumber" | "documentNumber" | "organ" | "kind" | "column" | "field" | "channels" | "tick" | "link" | "summary") | null)[];
                        /** @enum {string} */
                        kind?: "normative-document" | "policy-document" | "interpretation" | "plan" | "statistics" | "licence" | "penalty" | "compulsion" | "inspection" | "public-service" | "budget" | "final-account" | "fee-item" | "procurement" | "project" | "public-notice" | "announcement" | "recruitment" | "livelihood" | "organ-profile" | "leaders" | "disclosure-guide" | "emergency-plan" | "emergency-warning" | "emergency-response" | "consultation" | "consultation-outcome" | "clarification" | "proposal-reply" | "meeting" | "news" | "disclosure-rule" | "annual-report" | "other";
                        /** @enum {string} */
                        columnKey?: "rules" | "normative-documents" | "other-documents" | "interpretations" | "guide" | "disclosure-rules" | "organ-functions" | "leaders" | "plans" | "statistics" | "licences" | "public-services" | "penalties" | "compulsion" | "budgets" | "fees" | "procurement" | "major-projects" | "rural-revitalisation" | "education" | "healthcare" | "social-security" | "employment" | "emergencies" | "inspections" | "recruitment" | "urban-services" | "public-security" | "land-and-houses" | "social-assistance" | "rural-affairs" | "proposals" | "other-statutory" | "annual-reports" | "notices" | "consultations" | "clarifications" | "meetings" | "news";
                        year?: number;
                        channels?: ("portal" | "wechat" | "bulletin-board" | "archive" | "library" | "weibo" | "xuexi" | "app" | "broadcast" | "wechat-group" | "screen" | "handbook" | "press-conference" | "gazette" | "other")[];
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/publication/imports/{id}/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 执行发布台账导入 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            created: number;
                            changed: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/imports/{id}/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 不予导入发布台账 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        version: number;
                        /** @default  */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/publication/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销发布台账导入 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            undone: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 上传附件 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /** Format: binary */
                        file?: string;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                fileName: string;
                                mediaType: string;
                                size: number;
                                sha256: string;
                                /** @enum {string} */
                                verdict: "unscanned" | "clean" | "infected";
                                canBeShown: boolean;
                                uploadedByName: string;
                                /** Format: date-time */
                                uploadedAt: string;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attachments/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看附件的类型和大小限制 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            types: string[];
                            fileBytes: number;
                            filesPerUpload: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 下载附件 */
        get: {
            parameters: {
                query?: {
                    inline?: "1";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** 删除附件 */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attachments/{id}/meta": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看附件的名称、类型和大小 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            fileName: string;
                            mediaType: string;
                            size: number;
                            sha256: string;
                            /** @enum {string} */
                            verdict: "unscanned" | "clean" | "infected";
                            canBeShown: boolean;
                            uploadedByName: string;
                            /** Format: date-time */
                            uploadedAt: string;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查询审计记录 */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    pageSize?: number;
                    from?: string;
                    to?: string;
                    chain?: "county" | "system";
                    person?: string;
                    action?: string;
                    recordKind?: string;
                    recordId?: string;
                    text?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                sequence: string;
                                /** Format: date-time */
                                at: string;
                                personId: string | null;
                                personName: string;
                                behalfName: string | null;
                                action: string;
                                actionLabel: string;
                                recordKind: string;
                                recordKindLabel: string;
                                recordId: string;
                                recordLabel: string;
                                organId: string | null;
                                origin: string;
                                changes: {
                                    field: string;
                                    label: string;
                                    before?: unknown;
                                    after?: unknown;
                                }[];
                                hash: string;
                            }[];
                            total: number;
                            page: number;
                            pageSize: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/vocabulary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 审计记录中的操作和记录类别 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            actions: {
                                code: string;
                                label: string;
                            }[];
                            recordKinds: {
                                code: string;
                                label: string;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 核对审计记录是否完整 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            intact: boolean;
                            entries: number;
                            seals: number;
                            faults: {
                                /** @enum {string} */
                                chain: "county" | "system";
                                sequence: string;
                                message: string;
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 导出带签名的审计记录 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date */
                        from?: string;
                        /** Format: date */
                        to?: string;
                        /**
                         * @default county
                         * @enum {string}
                         */
                        chain?: "county" | "system";
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/octet-stream": string;
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看后台任务 */
        get: {
            parameters: {
                query?: {
                    page?: number;
                    pageSize?: number;
                    state?: "waiting" | "retrying" | "running" | "done" | "cancelled" | "failed";
                    name?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                label: string;
                                /** @enum {string} */
                                state: "waiting" | "retrying" | "running" | "done" | "cancelled" | "failed";
                                tries: number;
                                maximumTries: number;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                startAfter: string;
                                startedAt: string | null;
                                endedAt: string | null;
                                failure?: {
                                    message: string;
                                    name: string;
                                    code?: string;
                                    at?: string;
                                };
                            }[];
                            total: number;
                            page: number;
                            pageSize: number;
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看定时任务 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            schedules: {
                                name: string;
                                label: string;
                                schedule: string;
                                /** Format: date-time */
                                nextRun?: string;
                                lastRun?: {
                                    /** Format: uuid */
                                    id: string;
                                    name: string;
                                    label: string;
                                    /** @enum {string} */
                                    state: "waiting" | "retrying" | "running" | "done" | "cancelled" | "failed";
                                    tries: number;
                                    maximumTries: number;
                                    /** Format: date-time */
                                    createdAt: string;
                                    /** Format: date-time */
                                    startAfter: string;
                                    startedAt: string | null;
                                    endedAt: string | null;
                                    failure?: {
                                        message: string;
                                        name: string;
                                        code?: string;
                                        at?: string;
                                    };
                                };
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看一个后台任务 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            label: string;
                            /** @enum {string} */
                            state: "waiting" | "retrying" | "running" | "done" | "cancelled" | "failed";
                            tries: number;
                            maximumTries: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            startAfter: string;
                            startedAt: string | null;
                            endedAt: string | null;
                            failure?: {
                                message: string;
                                name: string;
                                code?: string;
                                at?: string;
                            };
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新执行失败或已取消的任务 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            label: string;
                            /** @enum {string} */
                            state: "waiting" | "retrying" | "running" | "done" | "cancelled" | "failed";
                            tries: number;
                            maximumTries: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            startAfter: string;
                            startedAt: string | null;
                            endedAt: string | null;
                            failure?: {
                                message: string;
                                name: string;
                                code?: string;
                                at?: string;
                            };
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取消排队或正在执行的任务 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            label: string;
                            /** @enum {string} */
                            state: "waiting" | "retrying" | "running" | "done" | "cancelled" | "failed";
                            tries: number;
                            maximumTries: number;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            startAfter: string;
                            startedAt: string | null;
                            endedAt: string | null;
                            failure?: {
                                message: string;
                                name: string;
                                code?: string;
                                at?: string;
                            };
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/schedules/{name}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 立即执行一个定时任务 */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 查看系统设置 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            sections: {
                                name: string;
                                label: string;
                                /** @enum {string} */
                                keeper: "system" | "security" | "audit";
                                changeable: boolean;
                                settings: {
                                    key: string;
                                    label: string;
                                    meaning: string;
                                    unit?: string;
                                    value: unknown;
                                    standard: unknown;
                                    version: number;
                                    changedBy?: string;
                                    /** Format: date-time */
                                    changedAt?: string;
                                    schema: {
                                        [key: string]: unknown;
                                    };
                                }[];
                            }[];
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/settings/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 修改一项系统设置 */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    key: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        value: unknown;
                        version: number;
                    };
                };
            };
            responses: {
                /** @description 已办理 */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            key: string;
                            label: string;
                            meaning: string;
                            unit?: string;
                            value: unknown;
                            standard: unknown;
                            version: number;
                            changedBy?: string;
                            /** Format: date-time */
                            changedAt?: string;
                            schema: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
                /** @description 未能办理 */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            status: number;
            code: string;
            title: string;
            detail: string;
            instance: string;
            fields?: {
                field: string;
                message: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
