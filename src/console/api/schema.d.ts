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
                                level: "overdue" | "today" | "soon" | "open";
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
                                /** Format: date */
                                day: string;
                                /** Format: date-time */
                                createdAt: string;
                                createdBy: string;
                                appliedAt: string | null;
                                appliedBy: string | null;
                                undoneAt: string | null;
                                undoneBy: string | null;
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
                            /** Format: date */
                            day: string;
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                            appliedAt: string | null;
                            appliedBy: string | null;
                            undoneAt: string | null;
                            undoneBy: string | null;
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
