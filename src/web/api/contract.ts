// Written by npm run gen from the routes. Change it there.

export interface paths {
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the server and its store answer */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "ok";
                        };
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
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            userName: string;
                            displayName: string;
                            organisationName: string;
                            /** @enum {string} */
                            language: "id" | "en";
                            mustChangePassword: boolean;
                            needsSecondFactor: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Sign in with user name and password */
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
                        userName: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            userName: string;
                            displayName: string;
                            organisationName: string;
                            /** @enum {string} */
                            language: "id" | "en";
                            mustChangePassword: boolean;
                            needsSecondFactor: boolean;
                        };
                    };
                };
                /** @description The password is right; a code is needed too */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ticket: string;
                        };
                    };
                };
            };
        };
        /** End this session */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Devices on which the account is signed in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            sessions: {
                                sessionId: string;
                                device: string;
                                /** Format: date-time */
                                startedAt: string;
                                /** Format: date-time */
                                lastSeenAt: string;
                                isMine: boolean;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Sign out everywhere, here too */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign one device out */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    sessionId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Complete a sign-in with a code of the authenticator app or a recovery code */
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
                        ticket: string;
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            userName: string;
                            displayName: string;
                            organisationName: string;
                            /** @enum {string} */
                            language: "id" | "en";
                            mustChangePassword: boolean;
                            needsSecondFactor: boolean;
                        };
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
    "/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A secret for an authenticator app, shown once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            secret: string;
                            uri: string;
                            qrSvg: string;
                        };
                    };
                };
            };
        };
        /** Remove the authenticator app and the recovery codes */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/totp/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn the second factor on by a first code; answers with the recovery codes, once */
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
                /** @description Default Response */
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
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** New recovery codes in place of the old ones, shown once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            recoveryCodes: string[];
                        };
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
    "/session/passkey-question": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a browser needs to sign in with a passkey, without a user name */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            options: {
                                challenge: string;
                            } & {
                                [key: string]: unknown;
                            };
                        };
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
    "/session/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a passkey */
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
                        response: {
                            /** Format: base64url */
                            id: string;
                            /** Format: base64url */
                            rawId: string;
                            /** @enum {string} */
                            type: "public-key";
                            /** @enum {string} */
                            authenticatorAttachment?: "platform" | "cross-platform";
                            clientExtensionResults: {
                                [key: string]: unknown;
                            };
                            response: {
                                /** Format: base64url */
                                clientDataJSON: string;
                                /** Format: base64url */
                                authenticatorData: string;
                                /** Format: base64url */
                                signature: string;
                                /** Format: base64url */
                                userHandle?: string;
                            } & {
                                [key: string]: unknown;
                            };
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            userName: string;
                            displayName: string;
                            organisationName: string;
                            /** @enum {string} */
                            language: "id" | "en";
                            mustChangePassword: boolean;
                            needsSecondFactor: boolean;
                        };
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
    "/passkeys/question": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a browser needs to make a passkey */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            options: {
                                challenge: string;
                            } & {
                                [key: string]: unknown;
                            };
                        };
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
    "/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a passkey to the own account */
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
                        response: {
                            /** Format: base64url */
                            id: string;
                            /** Format: base64url */
                            rawId: string;
                            /** @enum {string} */
                            type: "public-key";
                            /** @enum {string} */
                            authenticatorAttachment?: "platform" | "cross-platform";
                            clientExtensionResults: {
                                [key: string]: unknown;
                            };
                            response: {
                                /** Format: base64url */
                                clientDataJSON: string;
                                /** Format: base64url */
                                attestationObject: string;
                                transports?: string[];
                            } & {
                                [key: string]: unknown;
                            };
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/passkeys/{passkeyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a passkey from the own account */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    passkeyId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove once more who one is: by password, code or passkey */
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
                        password: string;
                    } | {
                        code: string;
                    } | {
                        passkey: {
                            /** Format: base64url */
                            id: string;
                            /** Format: base64url */
                            rawId: string;
                            /** @enum {string} */
                            type: "public-key";
                            /** @enum {string} */
                            authenticatorAttachment?: "platform" | "cross-platform";
                            clientExtensionResults: {
                                [key: string]: unknown;
                            };
                            response: {
                                /** Format: base64url */
                                clientDataJSON: string;
                                /** Format: base64url */
                                authenticatorData: string;
                                /** Format: base64url */
                                signature: string;
                                /** Format: base64url */
                                userHandle?: string;
                            } & {
                                [key: string]: unknown;
                            };
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/step-up/passkey-question": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a browser needs to prove it with a passkey */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            options: {
                                challenge: string;
                            } & {
                                [key: string]: unknown;
                            };
                        };
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
    "/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the password and end all other sessions */
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
                        present: string;
                        next: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own account, and by what one can sign in to it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            userName: string;
                            displayName: string;
                            organisationName: string;
                            hasTotp: boolean;
                            recoveryCodesLeft: number;
                            passkeys: {
                                passkeyId: string;
                                name: string;
                                /** Format: date-time */
                                createdAt: string;
                                lastUsedAt: string | null;
                            }[];
                            links: {
                                providerId: string;
                                /** Format: date-time */
                                linkedAt: string;
                                lastUsedAt: string | null;
                            }[];
                        };
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
    "/oidc/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Outside identity providers by which one can sign in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            providers: {
                                id: string;
                                name: string;
                            }[];
                        };
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
    "/oidc/{provider}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Go to an identity provider to sign in */
        get: {
            parameters: {
                query?: {
                    ke?: string;
                };
                header?: never;
                path: {
                    provider: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: never;
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oidc/{provider}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Link the own account with an identity at a provider: where to go for it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    provider: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uri */
                            url: string;
                        };
                    };
                };
            };
        };
        /** Unlink the own account from a provider */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    provider: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oidc/{provider}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The way back from an identity provider; a refusal is told by the page it leads to */
        get: {
            parameters: {
                query?: {
                    state?: string;
                };
                header?: never;
                path: {
                    provider: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: never;
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roles one holds, the one in use first, and what it permits */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            grants: {
                                grantId: string;
                                /** @enum {string} */
                                role: "secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "field-worker" | "plan-approver" | "payment-approver" | "payment-reconciler" | "partner" | "auditor" | "data-protection-officer" | "administrator" | "citizen";
                                regions: string[] | null;
                                isOwnOrganisation: boolean;
                                dataClasses: ("general" | "family" | "health" | "disability" | "children" | "finances")[];
                                purpose: string;
                            }[];
                            actions: ("manage-own-account" | "read-reference" | "read-picture" | "read-families" | "export-families" | "read-allocation" | "read-offers" | "read-lists" | "review-pairs" | "answer-pair-questions" | "import-lists" | "propose-changes" | "decide-changes" | "read-reports" | "read-lists-job" | "start-lists-job" | "manage-people" | "read-audit" | "manage-subject-requests" | "make-own-request" | "manage-settings")[];
                        };
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
    "/grants/in-use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Act under another role that one holds */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        grantId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            grants: {
                                grantId: string;
                                /** @enum {string} */
                                role: "secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "field-worker" | "plan-approver" | "payment-approver" | "payment-reconciler" | "partner" | "auditor" | "data-protection-officer" | "administrator" | "citizen";
                                regions: string[] | null;
                                isOwnOrganisation: boolean;
                                dataClasses: ("general" | "family" | "health" | "disability" | "children" | "finances")[];
                                purpose: string;
                            }[];
                            actions: ("manage-own-account" | "read-reference" | "read-picture" | "read-families" | "export-families" | "read-allocation" | "read-offers" | "read-lists" | "review-pairs" | "answer-pair-questions" | "import-lists" | "propose-changes" | "decide-changes" | "read-reports" | "read-lists-job" | "start-lists-job" | "manage-people" | "read-audit" | "manage-subject-requests" | "make-own-request" | "manage-settings")[];
                        };
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
    "/subject-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests of data subjects, those that are late or due first on top */
        get: {
            parameters: {
                query?: {
                    state?: "open" | "closed";
                    kind?: "access" | "correction" | "deletion" | "withdraw-consent" | "restrict" | "object-automated" | "portability";
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            requests: {
                                requestNo: number;
                                /** @enum {string} */
                                kind: "access" | "correction" | "deletion" | "withdraw-consent" | "restrict" | "object-automated" | "portability";
                                /** @enum {string} */
                                channel: "desk" | "paper" | "phone" | "account";
                                /** @enum {string} */
                                state: "received" | "identity-needed" | "in-work" | "done" | "refused" | "withdrawn";
                                askerName: string;
                                isForChild: boolean;
                                isIdentityChecked: boolean;
                                clock: {
                                    receivedAt: string;
                                    dueAt: string;
                                    secondsLeft: number | null;
                                    isLate: boolean;
                                    termArticle: string | null;
                                };
                                closedAt: string | null;
                            }[];
                            openCount: number;
                            lateCount: number;
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Write down a request that came on paper, at the desk or by telephone */
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
                        kind: "access" | "correction" | "deletion" | "withdraw-consent" | "restrict" | "object-automated" | "portability";
                        /** @enum {string} */
                        channel: "desk" | "paper" | "phone";
                        askerName: string;
                        contact: string;
                        wish: string;
                        /** Format: date-time */
                        receivedAt: string;
                        guardian: {
                            /** @enum {string} */
                            relation: "parent" | "guardian" | "foster" | "institution";
                            proof: string;
                            personId: string | null;
                        } | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            requestNo: number;
                        };
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
    "/subject-requests/find-person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who in the register may be the person at the desk */
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
                        nik: string;
                    } | {
                        name: string;
                        birthYear: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            persons: {
                                personId: string;
                                name: string;
                                birthYear: number | null;
                                ward: string | null;
                                isMinor: boolean;
                            }[];
                        };
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
    "/subject-requests/{requestNo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A request with its log, its clock and what it asks to correct */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    requestNo: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            requestNo: number;
                            /** @enum {string} */
                            kind: "access" | "correction" | "deletion" | "withdraw-consent" | "restrict" | "object-automated" | "portability";
                            /** @enum {string} */
                            channel: "desk" | "paper" | "phone" | "account";
                            /** @enum {string} */
                            state: "received" | "identity-needed" | "in-work" | "done" | "refused" | "withdrawn";
                            askerName: string;
                            isForChild: boolean;
                            isIdentityChecked: boolean;
                            clock: {
                                receivedAt: string;
                                dueAt: string;
                                secondsLeft: number | null;
                                isLate: boolean;
                                termArticle: string | null;
                            };
                            closedAt: string | null;
                            contact: string;
                            wish: string;
                            personId: string | null;
                            familyId: string | null;
                            guardian: {
                                /** @enum {string} */
                                relation: "parent" | "guardian" | "foster" | "institution";
                                proof: string;
                                personId: string | null;
                            } | null;
                            identityMeans: ("ktp" | "kk" | "known" | "call-back" | "letter" | "account") | null;
                            identityCheckedAt: string | null;
                            refusalGround: string | null;
                            steps: {
                                at: string;
                                by: string;
                                /** @enum {string} */
                                state: "received" | "identity-needed" | "in-work" | "done" | "refused" | "withdrawn";
                                note: string;
                                ground: string | null;
                            }[];
                            changes: {
                                changeNo: number;
                                /** @enum {string} */
                                subjectKind: "person" | "family";
                                field: string;
                                asked: string;
                                /** @enum {string} */
                                state: "waiting" | "applied" | "rejected";
                                notedAt: string;
                            }[];
                            mark: {
                                /** @enum {string} */
                                kind: "objects-automated" | "restricted" | "consent-withdrawn";
                                since: string;
                                endedAt: string | null;
                                endedBy: string | null;
                                endedReason: string | null;
                            } | null;
                            next: ("received" | "identity-needed" | "in-work" | "done" | "refused" | "withdrawn")[];
                        };
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
    "/subject-requests/{requestNo}/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note how the asker showed who they are, and whose data it is about */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    requestNo: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        means: "ktp" | "kk" | "known" | "call-back" | "letter";
                        personId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            requestNo: number;
                            /** @enum {string} */
                            kind: "access" | "correction" | "deletion" | "withdraw-consent" | "restrict" | "object-automated" | "portability";
                            /** @enum {string} */
                            channel: "desk" | "paper" | "phone" | "account";
                            /** @enum {string} */
                            state: "received" | "identity-needed" | "in-work" | "done" | "refused" | "withdrawn";
                            askerName: string;
                            isForChild: boolean;
                            isIdentityChecked: boolean;
                            clock: {
                                receivedAt: string;
                                dueAt: string;
                                secondsLeft: number | null;
                                isLate: boolean;
                                termArticle: string | null;
                            };
                            closedAt: string | null;
                            contact: string;
                            wish: string;
                            personId: string | null;
                            familyId: string | null;
                            guardian: {
                                /** @enum {string} */
                                relation: "parent" | "guardian" | "foster" | "institution";
                                proof: string;
                                personId: string | null;
                            } | null;
                            identityMeans: ("ktp" | "kk" | "known" | "call-back" | "letter" | "account") | null;
                            identityCheckedAt: string | null;
                            refusalGround: string | null;
                            steps: {
                                at: string;
                                by: string;
                                /** @enum {string} */
                                state: "received" | "identity-needed" | "in-work" | "done" | "refused" | "withdrawn";
                                note: string;
                                ground: string | null;
                            }[];
                            changes: {
                                changeNo: number;
                                /** @enum {string} */
                                subjectKind: "person" | "family";
                                field: string;
                                asked: string;
                                /** @enum {string} */
                                state: "waiting" | "applied" | "rejected";
                                notedAt: string;
                            }[];
                            mark: {
                                /** @enum {string} */
                                kind: "objects-automated" | "restricted" | "consent-withdrawn";
                                since: string;
                                endedAt: string | null;
                                endedBy: string | null;
                                endedReason: string | null;
                            } | null;
                            next: ("received" | "identity-needed" | "in-work" | "done" | "refused" | "withdrawn")[];
                        };
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
    "/subject-requests/{requestNo}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a request one state further, with the reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    requestNo: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @example refused
                         * @enum {string}
                         */
                        state: "received" | "identity-needed" | "in-work" | "done" | "refused" | "withdrawn";
                        note: string;
                        /** @example state-administration */
                        ground?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            requestNo: number;
                            /** @enum {string} */
                            kind: "access" | "correction" | "deletion" | "withdraw-consent" | "restrict" | "object-automated" | "portability";
                            /** @enum {string} */
                            channel: "desk" | "paper" | "phone" | "account";
                            /** @enum {string} */
                            state: "received" | "identity-needed" | "in-work" | "done" | "refused" | "withdrawn";
                            askerName: string;
                            isForChild: boolean;
                            isIdentityChecked: boolean;
                            clock: {
                                receivedAt: string;
                                dueAt: string;
                                secondsLeft: number | null;
                                isLate: boolean;
                                termArticle: string | null;
                            };
                            closedAt: string | null;
                            contact: string;
                            wish: string;
                            personId: string | null;
                            familyId: string | null;
                            guardian: {
                                /** @enum {string} */
                                relation: "parent" | "guardian" | "foster" | "institution";
                                proof: string;
                                personId: string | null;
                            } | null;
                            identityMeans: ("ktp" | "kk" | "known" | "call-back" | "letter" | "account") | null;
                            identityCheckedAt: string | null;
                            refusalGround: string | null;
                            steps: {
                                at: string;
                                by: string;
                                /** @enum {string} */
                                state: "received" | "identity-needed" | "in-work" | "done" | "refused" | "withdrawn";
                                note: string;
                                ground: string | null;
                            }[];
                            changes: {
                                changeNo: number;
                                /** @enum {string} */
                                subjectKind: "person" | "family";
                                field: string;
                                asked: string;
                                /** @enum {string} */
                                state: "waiting" | "applied" | "rejected";
                                notedAt: string;
                            }[];
                            mark: {
                                /** @enum {string} */
                                kind: "objects-automated" | "restricted" | "consent-withdrawn";
                                since: string;
                                endedAt: string | null;
                                endedBy: string | null;
                                endedReason: string | null;
                            } | null;
                            next: ("received" | "identity-needed" | "in-work" | "done" | "refused" | "withdrawn")[];
                        };
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
    "/subject-requests/{requestNo}/mark-end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the mark that a granted request left at the family, with the reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    requestNo: number;
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
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            requestNo: number;
                            /** @enum {string} */
                            kind: "access" | "correction" | "deletion" | "withdraw-consent" | "restrict" | "object-automated" | "portability";
                            /** @enum {string} */
                            channel: "desk" | "paper" | "phone" | "account";
                            /** @enum {string} */
                            state: "received" | "identity-needed" | "in-work" | "done" | "refused" | "withdrawn";
                            askerName: string;
                            isForChild: boolean;
                            isIdentityChecked: boolean;
                            clock: {
                                receivedAt: string;
                                dueAt: string;
                                secondsLeft: number | null;
                                isLate: boolean;
                                termArticle: string | null;
                            };
                            closedAt: string | null;
                            contact: string;
                            wish: string;
                            personId: string | null;
                            familyId: string | null;
                            guardian: {
                                /** @enum {string} */
                                relation: "parent" | "guardian" | "foster" | "institution";
                                proof: string;
                                personId: string | null;
                            } | null;
                            identityMeans: ("ktp" | "kk" | "known" | "call-back" | "letter" | "account") | null;
                            identityCheckedAt: string | null;
                            refusalGround: string | null;
                            steps: {
                                at: string;
                                by: string;
                                /** @enum {string} */
                                state: "received" | "identity-needed" | "in-work" | "done" | "refused" | "withdrawn";
                                note: string;
                                ground: string | null;
                            }[];
                            changes: {
                                changeNo: number;
                                /** @enum {string} */
                                subjectKind: "person" | "family";
                                field: string;
                                asked: string;
                                /** @enum {string} */
                                state: "waiting" | "applied" | "rejected";
                                notedAt: string;
                            }[];
                            mark: {
                                /** @enum {string} */
                                kind: "objects-automated" | "restricted" | "consent-withdrawn";
                                since: string;
                                endedAt: string | null;
                                endedBy: string | null;
                                endedReason: string | null;
                            } | null;
                            next: ("received" | "identity-needed" | "in-work" | "done" | "refused" | "withdrawn")[];
                        };
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
    "/subject-requests/{requestNo}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note what should become what; the register is not changed by it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    requestNo: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        subjectKind: "person" | "family";
                        field: string;
                        asked: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            requestNo: number;
                            /** @enum {string} */
                            kind: "access" | "correction" | "deletion" | "withdraw-consent" | "restrict" | "object-automated" | "portability";
                            /** @enum {string} */
                            channel: "desk" | "paper" | "phone" | "account";
                            /** @enum {string} */
                            state: "received" | "identity-needed" | "in-work" | "done" | "refused" | "withdrawn";
                            askerName: string;
                            isForChild: boolean;
                            isIdentityChecked: boolean;
                            clock: {
                                receivedAt: string;
                                dueAt: string;
                                secondsLeft: number | null;
                                isLate: boolean;
                                termArticle: string | null;
                            };
                            closedAt: string | null;
                            contact: string;
                            wish: string;
                            personId: string | null;
                            familyId: string | null;
                            guardian: {
                                /** @enum {string} */
                                relation: "parent" | "guardian" | "foster" | "institution";
                                proof: string;
                                personId: string | null;
                            } | null;
                            identityMeans: ("ktp" | "kk" | "known" | "call-back" | "letter" | "account") | null;
                            identityCheckedAt: string | null;
                            refusalGround: string | null;
                            steps: {
                                at: string;
                                by: string;
                                /** @enum {string} */
                                state: "received" | "identity-needed" | "in-work" | "done" | "refused" | "withdrawn";
                                note: string;
                                ground: string | null;
                            }[];
                            changes: {
                                changeNo: number;
                                /** @enum {string} */
                                subjectKind: "person" | "family";
                                field: string;
                                asked: string;
                                /** @enum {string} */
                                state: "waiting" | "applied" | "rejected";
                                notedAt: string;
                            }[];
                            mark: {
                                /** @enum {string} */
                                kind: "objects-automated" | "restricted" | "consent-withdrawn";
                                since: string;
                                endedAt: string | null;
                                endedBy: string | null;
                                endedReason: string | null;
                            } | null;
                            next: ("received" | "identity-needed" | "in-work" | "done" | "refused" | "withdrawn")[];
                        };
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
    "/subject-requests/{requestNo}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** All that the store holds of the person of a request, as an archive */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    requestNo: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * @default id
                         * @enum {string}
                         */
                        language?: "id" | "en";
                    };
                };
            };
            responses: {
                /** @description application/zip */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/own-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What one asked for oneself, and how it stands */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            requests: {
                                requestNo: number;
                                /** @enum {string} */
                                kind: "access" | "correction" | "deletion" | "withdraw-consent" | "restrict" | "object-automated" | "portability";
                                /** @enum {string} */
                                channel: "desk" | "paper" | "phone" | "account";
                                /** @enum {string} */
                                state: "received" | "identity-needed" | "in-work" | "done" | "refused" | "withdrawn";
                                askerName: string;
                                isForChild: boolean;
                                isIdentityChecked: boolean;
                                clock: {
                                    receivedAt: string;
                                    dueAt: string;
                                    secondsLeft: number | null;
                                    isLate: boolean;
                                    termArticle: string | null;
                                };
                                closedAt: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make use of a right over one’s own data */
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
                        kind: "access" | "correction" | "deletion" | "withdraw-consent" | "restrict" | "object-automated" | "portability";
                        wish: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            requestNo: number;
                        };
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
    "/own-data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** All that the store holds of oneself, as an archive */
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
                        /**
                         * @default id
                         * @enum {string}
                         */
                        language?: "id" | "en";
                    };
                };
            };
            responses: {
                /** @description application/zip */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/breaches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Breaches with the clock of their notices, those due first on top */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            breaches: {
                                title: string;
                                /** Format: date-time */
                                knownAt: string;
                                revealed: string;
                                dataClasses: ("general" | "family" | "health" | "disability" | "children" | "finances")[];
                                happened: string;
                                handling: string;
                                recovery: string;
                                subjectCount: number | null;
                                breachNo: number;
                                clock: {
                                    receivedAt: string;
                                    dueAt: string;
                                    secondsLeft: number | null;
                                    isLate: boolean;
                                    termArticle: string | null;
                                };
                                subjectsToldAt: string | null;
                                authorityToldAt: string | null;
                                publicToldAt: string | null;
                                closedAt: string | null;
                                steps: {
                                    at: string;
                                    by: string;
                                    what: string;
                                    note: string;
                                }[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Write a breach down; the clock runs from when it became known */
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
                        /** Format: date-time */
                        knownAt: string;
                        revealed: string;
                        dataClasses: ("general" | "family" | "health" | "disability" | "children" | "finances")[];
                        happened: string;
                        handling: string;
                        recovery: string;
                        subjectCount: number | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            breachNo: number;
                        };
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
    "/breaches/{breachNo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write what is known of a breach by now */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    breachNo: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        revealed: string;
                        dataClasses: ("general" | "family" | "health" | "disability" | "children" | "finances")[];
                        happened: string;
                        handling: string;
                        recovery: string;
                        subjectCount: number | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            title: string;
                            /** Format: date-time */
                            knownAt: string;
                            revealed: string;
                            dataClasses: ("general" | "family" | "health" | "disability" | "children" | "finances")[];
                            happened: string;
                            handling: string;
                            recovery: string;
                            subjectCount: number | null;
                            breachNo: number;
                            clock: {
                                receivedAt: string;
                                dueAt: string;
                                secondsLeft: number | null;
                                isLate: boolean;
                                termArticle: string | null;
                            };
                            subjectsToldAt: string | null;
                            authorityToldAt: string | null;
                            publicToldAt: string | null;
                            closedAt: string | null;
                            steps: {
                                at: string;
                                by: string;
                                what: string;
                                note: string;
                            }[];
                        };
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
    "/breaches/{breachNo}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note who was told of a breach, or that it is closed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    breachNo: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        what: "subjects-told" | "authority-told" | "public-told" | "closed";
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            title: string;
                            /** Format: date-time */
                            knownAt: string;
                            revealed: string;
                            dataClasses: ("general" | "family" | "health" | "disability" | "children" | "finances")[];
                            happened: string;
                            handling: string;
                            recovery: string;
                            subjectCount: number | null;
                            breachNo: number;
                            clock: {
                                receivedAt: string;
                                dueAt: string;
                                secondsLeft: number | null;
                                isLate: boolean;
                                termArticle: string | null;
                            };
                            subjectsToldAt: string | null;
                            authorityToldAt: string | null;
                            publicToldAt: string | null;
                            closedAt: string | null;
                            steps: {
                                at: string;
                                by: string;
                                what: string;
                                note: string;
                            }[];
                        };
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
    "/breaches/{breachNo}/letter": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The written notice to residents or to the authority, to be printed */
        get: {
            parameters: {
                query: {
                    to: "subject" | "authority";
                    language?: "id" | "en";
                };
                header?: never;
                path: {
                    breachNo: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description text/html */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
    "/privacy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the office does with personal data, and the rights of those concerned */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            records: {
                                version: string;
                                /** Format: date */
                                date: string;
                                controller: {
                                    name: {
                                        id: string;
                                        en: string;
                                    };
                                    unit: {
                                        id: string;
                                        en: string;
                                    };
                                    contact: {
                                        id: string;
                                        en: string;
                                    };
                                };
                                authority: {
                                    name: {
                                        id: string;
                                        en: string;
                                    };
                                    /** @enum {string} */
                                    evidence: "read" | "quoted" | "unchecked";
                                };
                                sources: {
                                    title: string;
                                    /** @enum {string} */
                                    evidence: "read" | "quoted" | "unchecked";
                                }[];
                                activities: {
                                    code: string;
                                    /** Format: date */
                                    validFrom: string;
                                    grantPurposes: string[];
                                    name: {
                                        id: string;
                                        en: string;
                                    };
                                    purpose: {
                                        id: string;
                                        en: string;
                                    };
                                    legalBasis: {
                                        /** @enum {string} */
                                        letter: "a" | "b" | "c" | "d" | "e" | "f";
                                        text: {
                                            id: string;
                                            en: string;
                                        };
                                        source: string;
                                    }[];
                                    dataClasses: ("general" | "family" | "health" | "disability" | "children" | "finances")[];
                                    subjects: {
                                        id: string;
                                        en: string;
                                    };
                                    recipients: {
                                        id: string;
                                        en: string;
                                    }[];
                                    retention: string[];
                                    responsible: {
                                        id: string;
                                        en: string;
                                    };
                                    tables: string[];
                                    notice: boolean;
                                    /** @default false */
                                    isAutomated: boolean;
                                }[];
                                withoutPersonalData: {
                                    table: string;
                                    why: {
                                        id: string;
                                        en: string;
                                    };
                                }[];
                            };
                            rights: {
                                law: {
                                    id: string;
                                    en: string;
                                };
                                /** Format: date */
                                validFrom: string;
                                officeTermHours: number;
                                rights: {
                                    /** @enum {string} */
                                    kind: "access" | "correction" | "deletion" | "withdraw-consent" | "restrict" | "object-automated" | "portability";
                                    name: {
                                        id: string;
                                        en: string;
                                    };
                                    right: string;
                                    termHours: number | null;
                                    termArticle: string | null;
                                    /** @enum {string} */
                                    evidence: "read" | "quoted" | "unchecked";
                                    source: string;
                                }[];
                                breach: {
                                    termHours: number;
                                    article: string;
                                    /** @enum {string} */
                                    evidence: "read" | "quoted" | "unchecked";
                                    source: string;
                                };
                                grounds: {
                                    code: string;
                                    article: string;
                                    kinds: ("access" | "correction" | "deletion" | "withdraw-consent" | "restrict" | "object-automated" | "portability")[];
                                    name: {
                                        id: string;
                                        en: string;
                                    };
                                    /** @enum {string} */
                                    evidence: "read" | "quoted" | "unchecked";
                                    source: string;
                                }[];
                            };
                            retentionVersion: string;
                        };
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
    "/privacy/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The records of processing as a file */
        get: {
            parameters: {
                query: {
                    format: "html" | "csv" | "json";
                    language?: "id" | "en";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description text/html, text/csv, application/json */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
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
    "/privacy/notice": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The short notice for residents, to be printed and read out */
        get: {
            parameters: {
                query?: {
                    language?: "id" | "en";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description text/html */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
    "/privacy/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What retention would erase now; nothing is done by asking */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            on: string;
                            lines: {
                                code: string;
                                what: {
                                    id: string;
                                    en: string;
                                };
                                period: string;
                                countedFrom: {
                                    id: string;
                                    en: string;
                                };
                                /** @enum {string} */
                                action: "delete" | "anonymise" | "keep";
                                source: string;
                                isSettled: boolean;
                                due: number | null;
                            }[];
                        };
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
    "/privacy/assessment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The data protection impact assessment from the running configuration */
        get: {
            parameters: {
                query?: {
                    format?: "html" | "md";
                    language?: "id" | "en";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description text/html, text/markdown */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
    "/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organisations by name */
        get: {
            parameters: {
                query?: {
                    kind?: "secretariat" | "agency" | "district" | "ward" | "puskesos" | "partner" | "auditor";
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            organisations: {
                                organisationId: string;
                                name: string;
                                /** @enum {string} */
                                kind: "secretariat" | "agency" | "district" | "ward" | "puskesos" | "partner" | "auditor";
                                sectors: ("basic" | "education" | "health" | "water" | "housing" | "livelihood")[];
                                aliases: string[];
                                accounts: number;
                                families: number | null;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add an organisation */
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
                        /** @enum {string} */
                        kind: "secretariat" | "agency" | "district" | "ward" | "puskesos" | "partner" | "auditor";
                        /** @default [] */
                        sectors?: ("basic" | "education" | "health" | "water" | "housing" | "livelihood")[];
                        /** @default [] */
                        aliases?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            organisationId: string;
                            name: string;
                            /** @enum {string} */
                            kind: "secretariat" | "agency" | "district" | "ward" | "puskesos" | "partner" | "auditor";
                            sectors: ("basic" | "education" | "health" | "water" | "housing" | "livelihood")[];
                            aliases: string[];
                            accounts: number;
                            families: number | null;
                        };
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
    "/organisations/unclaimed-names": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Names in lists and offers that no organisation claims */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            names: {
                                name: string;
                                lists: number;
                                offers: number;
                            }[];
                        };
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
    "/organisations/{organisationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete an organisation that has no account */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organisationId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        /** Change an organisation, and which families it has to do with */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    organisationId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        /** @enum {string} */
                        kind?: "secretariat" | "agency" | "district" | "ward" | "puskesos" | "partner" | "auditor";
                        sectors?: ("basic" | "education" | "health" | "water" | "housing" | "livelihood")[];
                        aliases?: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            organisationId: string;
                            name: string;
                            /** @enum {string} */
                            kind: "secretariat" | "agency" | "district" | "ward" | "puskesos" | "partner" | "auditor";
                            sectors: ("basic" | "education" | "health" | "water" | "housing" | "livelihood")[];
                            aliases: string[];
                            accounts: number;
                            families: number | null;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/accounts/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accounts by name, organisation and role */
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
                        q?: string;
                        organisationId?: string;
                        /** @enum {string} */
                        role?: "secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "field-worker" | "plan-approver" | "payment-approver" | "payment-reconciler" | "partner" | "auditor" | "data-protection-officer" | "administrator" | "citizen";
                        isDisabled?: boolean;
                        cursor?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accounts: {
                                accountId: string;
                                userName: string;
                                displayName: string;
                                organisationId: string;
                                organisationName: string;
                                /** @enum {string} */
                                language: "id" | "en";
                                isDisabled: boolean;
                                hasFirstPassword: boolean;
                                isMine: boolean;
                                /** Format: date */
                                createdOn: string;
                                roles: ("secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "field-worker" | "plan-approver" | "payment-approver" | "payment-reconciler" | "partner" | "auditor" | "data-protection-officer" | "administrator" | "citizen")[];
                            }[];
                            total: number;
                            nextCursor: string | null;
                        };
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
    "/accounts/find-person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whose account it may be, of the persons in the register, their names masked */
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
                        nik: string;
                    } | {
                        name: string;
                        birthYear: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            persons: {
                                personId: string;
                                name: string;
                                birthYear: number | null;
                                ward: string | null;
                                isMinor: boolean;
                            }[];
                        };
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
    "/accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One account and the roles it holds, held or will hold */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    accountId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            account: {
                                accountId: string;
                                userName: string;
                                displayName: string;
                                organisationId: string;
                                organisationName: string;
                                /** @enum {string} */
                                language: "id" | "en";
                                isDisabled: boolean;
                                hasFirstPassword: boolean;
                                isMine: boolean;
                                /** Format: date */
                                createdOn: string;
                                roles: ("secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "field-worker" | "plan-approver" | "payment-approver" | "payment-reconciler" | "partner" | "auditor" | "data-protection-officer" | "administrator" | "citizen")[];
                            };
                            grants: {
                                grantId: string;
                                /** @enum {string} */
                                role: "secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "field-worker" | "plan-approver" | "payment-approver" | "payment-reconciler" | "partner" | "auditor" | "data-protection-officer" | "administrator" | "citizen";
                                regions: string[] | null;
                                isOwnOrganisation: boolean;
                                dataClasses: ("general" | "family" | "health" | "disability" | "children" | "finances")[];
                                purpose: string;
                                /** Format: date */
                                validFrom: string;
                                validTo: string | null;
                                /** @enum {string} */
                                state: "held" | "coming" | "ended";
                                /** Format: date */
                                grantedOn: string;
                                grantedBy: string | null;
                                lentBy: string | null;
                            }[];
                            person: {
                                personId: string;
                                name: string;
                                birthYear: number | null;
                                ward: string | null;
                                isMinor: boolean;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change an account, disable it and end its sessions, or enable it */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    accountId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        displayName?: string;
                        organisationId?: string;
                        /** @enum {string} */
                        language?: "id" | "en";
                        isDisabled?: boolean;
                        personId?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            account: {
                                accountId: string;
                                userName: string;
                                displayName: string;
                                organisationId: string;
                                organisationName: string;
                                /** @enum {string} */
                                language: "id" | "en";
                                isDisabled: boolean;
                                hasFirstPassword: boolean;
                                isMine: boolean;
                                /** Format: date */
                                createdOn: string;
                                roles: ("secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "field-worker" | "plan-approver" | "payment-approver" | "payment-reconciler" | "partner" | "auditor" | "data-protection-officer" | "administrator" | "citizen")[];
                            };
                            grants: {
                                grantId: string;
                                /** @enum {string} */
                                role: "secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "field-worker" | "plan-approver" | "payment-approver" | "payment-reconciler" | "partner" | "auditor" | "data-protection-officer" | "administrator" | "citizen";
                                regions: string[] | null;
                                isOwnOrganisation: boolean;
                                dataClasses: ("general" | "family" | "health" | "disability" | "children" | "finances")[];
                                purpose: string;
                                /** Format: date */
                                validFrom: string;
                                validTo: string | null;
                                /** @enum {string} */
                                state: "held" | "coming" | "ended";
                                /** Format: date */
                                grantedOn: string;
                                grantedBy: string | null;
                                lentBy: string | null;
                            }[];
                            person: {
                                personId: string;
                                name: string;
                                birthYear: number | null;
                                ward: string | null;
                                isMinor: boolean;
                            } | null;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add an account; the answer holds its first password, once */
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
                        userName: string;
                        displayName: string;
                        organisationId: string;
                        /**
                         * @default id
                         * @enum {string}
                         */
                        language?: "id" | "en";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            account: {
                                accountId: string;
                                userName: string;
                                displayName: string;
                                organisationId: string;
                                organisationName: string;
                                /** @enum {string} */
                                language: "id" | "en";
                                isDisabled: boolean;
                                hasFirstPassword: boolean;
                                isMine: boolean;
                                /** Format: date */
                                createdOn: string;
                                roles: ("secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "field-worker" | "plan-approver" | "payment-approver" | "payment-reconciler" | "partner" | "auditor" | "data-protection-officer" | "administrator" | "citizen")[];
                            };
                            firstPassword: string | null;
                        };
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
    "/accounts/{accountId}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an account another first password and end its sessions */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    accountId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default false */
                        withAllFactors?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            account: {
                                accountId: string;
                                userName: string;
                                displayName: string;
                                organisationId: string;
                                organisationName: string;
                                /** @enum {string} */
                                language: "id" | "en";
                                isDisabled: boolean;
                                hasFirstPassword: boolean;
                                isMine: boolean;
                                /** Format: date */
                                createdOn: string;
                                roles: ("secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "field-worker" | "plan-approver" | "payment-approver" | "payment-reconciler" | "partner" | "auditor" | "data-protection-officer" | "administrator" | "citizen")[];
                            };
                            firstPassword: string | null;
                        };
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
    "/accounts/{accountId}/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an account a role: where, on which data, what for, how long */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    accountId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        role: "secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "field-worker" | "plan-approver" | "payment-approver" | "payment-reconciler" | "partner" | "auditor" | "data-protection-officer" | "administrator" | "citizen";
                        regions: string[] | null;
                        isOwnOrganisation: boolean;
                        dataClasses: ("general" | "family" | "health" | "disability" | "children" | "finances")[];
                        /** @enum {string} */
                        purpose: "coordination" | "service" | "verification" | "distribution" | "giving" | "oversight" | "data-protection" | "administration" | "own-affairs";
                        /** Format: date */
                        validFrom?: string;
                        /** @default null */
                        validTo?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            grantId: string;
                            /** @enum {string} */
                            role: "secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "field-worker" | "plan-approver" | "payment-approver" | "payment-reconciler" | "partner" | "auditor" | "data-protection-officer" | "administrator" | "citizen";
                            regions: string[] | null;
                            isOwnOrganisation: boolean;
                            dataClasses: ("general" | "family" | "health" | "disability" | "children" | "finances")[];
                            purpose: string;
                            /** Format: date */
                            validFrom: string;
                            validTo: string | null;
                            /** @enum {string} */
                            state: "held" | "coming" | "ended";
                            /** Format: date */
                            grantedOn: string;
                            grantedBy: string | null;
                            lentBy: string | null;
                        };
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
    "/accounts/{accountId}/grants/{grantId}": {
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
        /** End a role today, or move its end; taking an ending back is the same */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    accountId: string;
                    grantId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        validTo: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            grantId: string;
                            /** @enum {string} */
                            role: "secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "field-worker" | "plan-approver" | "payment-approver" | "payment-reconciler" | "partner" | "auditor" | "data-protection-officer" | "administrator" | "citizen";
                            regions: string[] | null;
                            isOwnOrganisation: boolean;
                            dataClasses: ("general" | "family" | "health" | "disability" | "children" | "finances")[];
                            purpose: string;
                            /** Format: date */
                            validFrom: string;
                            validTo: string | null;
                            /** @enum {string} */
                            state: "held" | "coming" | "ended";
                            /** Format: date */
                            grantedOn: string;
                            grantedBy: string | null;
                            lentBy: string | null;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/accounts/{accountId}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What an account would see under a role it holds or might be given: counts only */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    accountId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        grantId: string;
                    } | {
                        proposed: {
                            /** @enum {string} */
                            role: "secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "field-worker" | "plan-approver" | "payment-approver" | "payment-reconciler" | "partner" | "auditor" | "data-protection-officer" | "administrator" | "citizen";
                            regions: string[] | null;
                            isOwnOrganisation: boolean;
                            dataClasses: ("general" | "family" | "health" | "disability" | "children" | "finances")[];
                            /** @enum {string} */
                            purpose: "coordination" | "service" | "verification" | "distribution" | "giving" | "oversight" | "data-protection" | "administration" | "own-affairs";
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            role: "secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "field-worker" | "plan-approver" | "payment-approver" | "payment-reconciler" | "partner" | "auditor" | "data-protection-officer" | "administrator" | "citizen";
                            actions: ("manage-own-account" | "read-reference" | "read-picture" | "read-families" | "export-families" | "read-allocation" | "read-offers" | "read-lists" | "review-pairs" | "answer-pair-questions" | "import-lists" | "propose-changes" | "decide-changes" | "read-reports" | "read-lists-job" | "start-lists-job" | "manage-people" | "read-audit" | "manage-subject-requests" | "make-own-request" | "manage-settings")[];
                            shownClasses: ("general" | "family" | "health" | "disability" | "children" | "finances")[];
                            hiddenClasses: ("general" | "family" | "health" | "disability" | "children" | "finances")[];
                            kinds: {
                                /** @enum {string} */
                                kind: "families" | "persons" | "needs" | "decisions" | "received" | "questions" | "pairs" | "offers" | "plan" | "lists" | "findings";
                                count: number | null;
                            }[];
                            wards: {
                                ward: string | null;
                                families: number | null;
                            }[];
                            conflict: {
                                /** @enum {string} */
                                other: "secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "field-worker" | "plan-approver" | "payment-approver" | "payment-reconciler" | "partner" | "auditor" | "data-protection-officer" | "administrator" | "citizen";
                                whyId: string;
                                whyEn: string;
                            } | null;
                        };
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
    "/colleagues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom one may lend a role to */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            colleagues: {
                                accountId: string;
                                displayName: string;
                            }[];
                        };
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
    "/grants/loans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Roles that one lends */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            loans: {
                                grantId: string;
                                /** @enum {string} */
                                role: "secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "field-worker" | "plan-approver" | "payment-approver" | "payment-reconciler" | "partner" | "auditor" | "data-protection-officer" | "administrator" | "citizen";
                                displayName: string;
                                /** Format: date */
                                validFrom: string;
                                /** Format: date */
                                validTo: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Lend a role of one’s own to a colleague until a day */
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
                        grantId: string;
                        accountId: string;
                        /** Format: date */
                        validFrom?: string;
                        /** Format: date */
                        validTo: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            grantId: string;
                            /** @enum {string} */
                            role: "secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "field-worker" | "plan-approver" | "payment-approver" | "payment-reconciler" | "partner" | "auditor" | "data-protection-officer" | "administrator" | "citizen";
                            displayName: string;
                            /** Format: date */
                            validFrom: string;
                            /** Format: date */
                            validTo: string;
                        };
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
    "/grants/loans/{grantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take back a role that one lent */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    grantId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/service-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Systems that ask by themselves, with their keys */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            serviceAccounts: {
                                accountId: string;
                                displayName: string;
                                organisationId: string;
                                organisationName: string;
                                isDisabled: boolean;
                                /** Format: date-time */
                                createdAt: string;
                                keys: {
                                    keyId: string;
                                    prefix: string;
                                    grantId: string;
                                    /** @enum {string} */
                                    role: "secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "field-worker" | "plan-approver" | "payment-approver" | "payment-reconciler" | "partner" | "auditor" | "data-protection-officer" | "administrator" | "citizen";
                                    /** @enum {string} */
                                    state: "valid" | "expired" | "revoked";
                                    requestsPerMinute: number;
                                    /** Format: date-time */
                                    createdAt: string;
                                    /** Format: date-time */
                                    expiresAt: string;
                                    lastUsedAt: string | null;
                                    replacedBy: string | null;
                                }[];
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Add a system with the role it acts under */
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
                        displayName: string;
                        organisationId: string;
                        grant: {
                            /** @enum {string} */
                            role: "secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "partner" | "auditor";
                            regions: string[] | null;
                            isOwnOrganisation: boolean;
                            dataClasses: ("general" | "family" | "health" | "disability" | "children" | "finances")[];
                            /** @enum {string} */
                            purpose: "coordination" | "service" | "verification" | "distribution" | "giving" | "oversight" | "data-protection" | "administration" | "own-affairs";
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accountId: string;
                            displayName: string;
                            organisationId: string;
                            organisationName: string;
                            isDisabled: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            keys: {
                                keyId: string;
                                prefix: string;
                                grantId: string;
                                /** @enum {string} */
                                role: "secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "field-worker" | "plan-approver" | "payment-approver" | "payment-reconciler" | "partner" | "auditor" | "data-protection-officer" | "administrator" | "citizen";
                                /** @enum {string} */
                                state: "valid" | "expired" | "revoked";
                                requestsPerMinute: number;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                expiresAt: string;
                                lastUsedAt: string | null;
                                replacedBy: string | null;
                            }[];
                        };
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
    "/service-accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One system that asks by itself, with its keys */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    accountId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            accountId: string;
                            displayName: string;
                            organisationId: string;
                            organisationName: string;
                            isDisabled: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            keys: {
                                keyId: string;
                                prefix: string;
                                grantId: string;
                                /** @enum {string} */
                                role: "secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "field-worker" | "plan-approver" | "payment-approver" | "payment-reconciler" | "partner" | "auditor" | "data-protection-officer" | "administrator" | "citizen";
                                /** @enum {string} */
                                state: "valid" | "expired" | "revoked";
                                requestsPerMinute: number;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                expiresAt: string;
                                lastUsedAt: string | null;
                                replacedBy: string | null;
                            }[];
                        };
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
    "/service-accounts/{accountId}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a system a key; the answer holds its text, once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    accountId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        grantId: string;
                        /** @default 90 */
                        validDays?: number;
                        /** @default 300 */
                        requestsPerMinute?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            apiKey: {
                                keyId: string;
                                prefix: string;
                                grantId: string;
                                /** @enum {string} */
                                role: "secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "field-worker" | "plan-approver" | "payment-approver" | "payment-reconciler" | "partner" | "auditor" | "data-protection-officer" | "administrator" | "citizen";
                                /** @enum {string} */
                                state: "valid" | "expired" | "revoked";
                                requestsPerMinute: number;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                expiresAt: string;
                                lastUsedAt: string | null;
                                replacedBy: string | null;
                            };
                            text: string | null;
                        };
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
    "/api-keys/{keyId}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the key that follows another; both open for the overlap */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    keyId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default 90 */
                        validDays?: number;
                        /** @default 24 */
                        overlapHours?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            apiKey: {
                                keyId: string;
                                prefix: string;
                                grantId: string;
                                /** @enum {string} */
                                role: "secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "field-worker" | "plan-approver" | "payment-approver" | "payment-reconciler" | "partner" | "auditor" | "data-protection-officer" | "administrator" | "citizen";
                                /** @enum {string} */
                                state: "valid" | "expired" | "revoked";
                                requestsPerMinute: number;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                expiresAt: string;
                                lastUsedAt: string | null;
                                replacedBy: string | null;
                            };
                            text: string | null;
                        };
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
    "/api-keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a key at once */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    keyId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an administrator sets, as it holds now */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            office: {
                                name: string;
                                unit: string;
                                contact: string;
                            };
                            sessions: {
                                idleMinutes: number;
                                longestMinutes: number;
                            };
                            secondFactorRoles: ("secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "field-worker" | "plan-approver" | "payment-approver" | "payment-reconciler" | "partner" | "auditor" | "data-protection-officer" | "administrator" | "citizen")[];
                        };
                    };
                };
            };
        };
        /** Change settings; what makes sign-in weaker wants a fresh proof of the person */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        office: {
                            name: string;
                            unit: string;
                            contact: string;
                        };
                        sessions: {
                            idleMinutes: number;
                            longestMinutes: number;
                        };
                        secondFactorRoles: ("secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "field-worker" | "plan-approver" | "payment-approver" | "payment-reconciler" | "partner" | "auditor" | "data-protection-officer" | "administrator" | "citizen")[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            office: {
                                name: string;
                                unit: string;
                                contact: string;
                            };
                            sessions: {
                                idleMinutes: number;
                                longestMinutes: number;
                            };
                            secondFactorRoles: ("secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "field-worker" | "plan-approver" | "payment-approver" | "payment-reconciler" | "partner" | "auditor" | "data-protection-officer" | "administrator" | "citizen")[];
                        };
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
    "/settings/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest changes of settings: who, when, from what, to what */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changes: ({
                                changeNo: number;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    accountId: string;
                                    displayName: string;
                                };
                                /** @enum {string} */
                                key: "office";
                                from: {
                                    name: string;
                                    unit: string;
                                    contact: string;
                                };
                                to: {
                                    name: string;
                                    unit: string;
                                    contact: string;
                                };
                            } | {
                                changeNo: number;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    accountId: string;
                                    displayName: string;
                                };
                                /** @enum {string} */
                                key: "sessions";
                                from: {
                                    idleMinutes: number;
                                    longestMinutes: number;
                                };
                                to: {
                                    idleMinutes: number;
                                    longestMinutes: number;
                                };
                            } | {
                                changeNo: number;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    accountId: string;
                                    displayName: string;
                                };
                                /** @enum {string} */
                                key: "second-factor";
                                from: ("secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "field-worker" | "plan-approver" | "payment-approver" | "payment-reconciler" | "partner" | "auditor" | "data-protection-officer" | "administrator" | "citizen")[];
                                to: ("secretariat" | "agency-officer" | "district-officer" | "ward-officer" | "puskesos-officer" | "field-worker" | "plan-approver" | "payment-approver" | "payment-reconciler" | "partner" | "auditor" | "data-protection-officer" | "administrator" | "citizen")[];
                            })[];
                        };
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
    "/system-health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the system stands, what that means and what to do */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            state: "good" | "look" | "grave";
                            groups: {
                                /** @enum {string} */
                                group: "system" | "store" | "backup" | "trail" | "work" | "network" | "safety";
                                title: string;
                                /** @enum {string} */
                                state: "good" | "look" | "grave";
                                findings: {
                                    code: string;
                                    /** @enum {string} */
                                    state: "good" | "look" | "grave";
                                    meaning: string;
                                    about: string[];
                                    remedy: string | null;
                                }[];
                            }[];
                            text: string;
                        };
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
    "/settings/server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was given to Betang when it started, without a secret */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            settings: {
                                name: string;
                                meaning: string;
                                isSet: boolean;
                                value: string | null;
                            }[];
                            needsSecondFactor: boolean;
                            providers: {
                                id: string;
                                name: string;
                                saysHow: boolean;
                            }[];
                            breachedPasswords: {
                                sizeBytes: number | null;
                                changedAt: string | null;
                            } | null;
                            limits: {
                                meaning: string;
                                perMinute: number;
                            }[];
                        };
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
    "/audit/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who did what, newest first: on a person or family, by somebody, in a period */
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
                        subjectId?: string;
                        actor?: string;
                        action?: string;
                        /** Format: date */
                        from?: string;
                        /** Format: date */
                        to?: string;
                        cursor?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            lines: {
                                eventId: number;
                                /** Format: date-time */
                                at: string;
                                accountId: string | null;
                                userName: string | null;
                                actorName: string | null;
                                organisationName: string | null;
                                role: string | null;
                                action: string;
                                purpose: string | null;
                                subjectKind: string | null;
                                subjectId: string | null;
                                fields: string[];
                                reason: string | null;
                                requestId: string | null;
                                detail: {
                                    [key: string]: unknown;
                                };
                                seq: number | null;
                            }[];
                            nextCursor: string | null;
                        };
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
    "/audit/unusual": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Looks that stand out: many, at night, at the own family, outside the territory */
        get: {
            parameters: {
                query?: {
                    days?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date */
                            since: string;
                            patterns: {
                                /** @enum {string} */
                                kind: "many-opened" | "many-listed" | "own-family" | "out-of-territory" | "at-night";
                                accountId: string;
                                userName: string | null;
                                actorName: string | null;
                                organisationName: string | null;
                                /** Format: date-time */
                                firstAt: string;
                                /** Format: date-time */
                                lastAt: string;
                                subjects: number;
                                usual: number | null;
                            }[];
                        };
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
    "/audit/anchors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The latest daily anchors of the chain */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            anchors: {
                                seq: number;
                                /** Format: date */
                                anchoredOn: string;
                                hash: string;
                                /** Format: date-time */
                                madeAt: string;
                            }[];
                        };
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
    "/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for a person, most effect first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            on: string | null;
                            items: {
                                /** @enum {string} */
                                kind: "quarantine" | "file-fault" | "pair" | "pair-question" | "question" | "offer-question" | "unserved" | "findings";
                                label: string;
                                count: number;
                                familyCount: number | null;
                                href: string;
                            }[];
                            counts: {
                                files: number;
                                pairs: number;
                                questions: number;
                                offers: number;
                            };
                        };
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
    "/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The city in counts */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            on: string | null;
                            persons: number;
                            families: number;
                            lists: number;
                            rows: number;
                            familiesByListCount: {
                                lists: number;
                                families: number;
                            }[];
                            served: {
                                none: number;
                                one: number;
                                several: number;
                            };
                            /** @default [] */
                            overlaps: {
                                /** @enum {string} */
                                kind: "conflict" | "duplicate" | "complementary";
                                pairs: number;
                                families: number;
                                uncertainPairs: number;
                            }[];
                            indicators: {
                                /** @enum {string} */
                                sector: "basic" | "education" | "health" | "water" | "housing" | "livelihood";
                                /** @enum {string} */
                                indicator: "INCOME" | "ELDER" | "NEGLECT" | "DOC" | "ATS" | "EDU_COST" | "JKN" | "NUTR" | "PREG" | "DISAB" | "WATER" | "SANI" | "HOUSING" | "ELEC" | "WORK" | "CAPITAL" | "JAMSOS" | "PEKKA" | "DEBT";
                                families: number;
                                unservedFamilies: number;
                                unknownFamilies: number;
                            }[];
                            wards: {
                                code: string;
                                name: string;
                                district: string;
                                families: number;
                                familiesInNeed: number;
                                unserved: number;
                                needsBySector: {
                                    basic: number;
                                    education: number;
                                    health: number;
                                    water: number;
                                    housing: number;
                                    livelihood: number;
                                };
                            }[];
                            familiesWithoutWard: number;
                        };
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
    "/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Outlines of the wards, indicative */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            noticeId: string;
                            noticeEn: string;
                            wards: {
                                code: string;
                                name: string;
                                district: string;
                                rings: [
                                    number,
                                    number
                                ][][];
                                label: [
                                    number,
                                    number
                                ];
                            }[];
                        };
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
    "/families/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Families by name, number and filters */
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
                        /** @default  */
                        q?: string;
                        ward?: string;
                        district?: string;
                        decile?: number | "unknown";
                        /** @enum {string} */
                        sector?: "basic" | "education" | "health" | "water" | "housing" | "livelihood";
                        /** @enum {string} */
                        indicator?: "INCOME" | "ELDER" | "NEGLECT" | "DOC" | "ATS" | "EDU_COST" | "JKN" | "NUTR" | "PREG" | "DISAB" | "WATER" | "SANI" | "HOUSING" | "ELEC" | "WORK" | "CAPITAL" | "JAMSOS" | "PEKKA" | "DEBT";
                        /** @enum {string} */
                        served?: "none" | "one" | "several";
                        /**
                         * @default score
                         * @enum {string}
                         */
                        sort?: "score" | "name" | "ward";
                        cursor?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            lines: {
                                familyId: string;
                                headName: string;
                                wardName: string | null;
                                rt: number | null;
                                memberCount: number;
                                decile: number | null;
                                lacks: ("INCOME" | "ELDER" | "NEGLECT" | "DOC" | "ATS" | "EDU_COST" | "JKN" | "NUTR" | "PREG" | "DISAB" | "WATER" | "SANI" | "HOUSING" | "ELEC" | "WORK" | "CAPITAL" | "JAMSOS" | "PEKKA" | "DEBT")[];
                                topScore: number | null;
                                servedBy: string[];
                                listCount: number;
                                matched: {
                                    /** @enum {string} */
                                    part: "name" | "address" | "phone" | "nik" | "kk";
                                    memberName: string | null;
                                }[];
                            }[];
                            total: number | null;
                            isCut: boolean;
                            nextCursor: string | null;
                        };
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
    "/families/{familyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that one screen tells of a family */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    familyId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            familyId: string;
                            headName: string;
                            headSex: string | null;
                            kkMasked: string | null;
                            wardCode: string | null;
                            wardName: string | null;
                            districtName: string | null;
                            address: string | null;
                            rt: number | null;
                            rw: number | null;
                            decile: number | null;
                            decileSource: string | null;
                            mergedInto: string | null;
                            flags: string[];
                            counts: {
                                lacks: number;
                                sectors: number;
                                urgent: number;
                                received: number;
                                promised: number;
                                receivedRpPerMonth: number | null;
                            };
                            deprivation: {
                                lacks: number;
                                known: number;
                                of: number;
                            };
                            area: {
                                accessId: string | null;
                                accessEn: string | null;
                                floodTimes: number | null;
                            };
                            marks: {
                                /** @enum {string} */
                                kind: "objects-automated" | "restricted" | "consent-withdrawn";
                                since: string;
                                requestNo: number;
                            }[];
                            nextSteps: {
                                /** @enum {string} */
                                kind: "ask" | "apply" | "offer" | "check";
                                textId: string;
                                textEn: string;
                                noteId: string;
                                noteEn: string;
                            }[];
                            grid: {
                                basic: {
                                    /** @enum {string} */
                                    state: "lacks" | "received" | "can-get" | "promised" | "unknown";
                                    indicator: ("INCOME" | "ELDER" | "NEGLECT" | "DOC" | "ATS" | "EDU_COST" | "JKN" | "NUTR" | "PREG" | "DISAB" | "WATER" | "SANI" | "HOUSING" | "ELEC" | "WORK" | "CAPITAL" | "JAMSOS" | "PEKKA" | "DEBT") | null;
                                    textId: string;
                                    textEn: string;
                                    noteId: string;
                                    noteEn: string;
                                    reasonId: string;
                                    reasonEn: string;
                                    facts: {
                                        fact: string;
                                        value: string;
                                        file: string;
                                        sheet: string;
                                        row: number;
                                    }[];
                                    points: {
                                        reason: string;
                                        points: number;
                                    }[];
                                    personId: string | null;
                                }[];
                                education: {
                                    /** @enum {string} */
                                    state: "lacks" | "received" | "can-get" | "promised" | "unknown";
                                    indicator: ("INCOME" | "ELDER" | "NEGLECT" | "DOC" | "ATS" | "EDU_COST" | "JKN" | "NUTR" | "PREG" | "DISAB" | "WATER" | "SANI" | "HOUSING" | "ELEC" | "WORK" | "CAPITAL" | "JAMSOS" | "PEKKA" | "DEBT") | null;
                                    textId: string;
                                    textEn: string;
                                    noteId: string;
                                    noteEn: string;
                                    reasonId: string;
                                    reasonEn: string;
                                    facts: {
                                        fact: string;
                                        value: string;
                                        file: string;
                                        sheet: string;
                                        row: number;
                                    }[];
                                    points: {
                                        reason: string;
                                        points: number;
                                    }[];
                                    personId: string | null;
                                }[];
                                health: {
                                    /** @enum {string} */
                                    state: "lacks" | "received" | "can-get" | "promised" | "unknown";
                                    indicator: ("INCOME" | "ELDER" | "NEGLECT" | "DOC" | "ATS" | "EDU_COST" | "JKN" | "NUTR" | "PREG" | "DISAB" | "WATER" | "SANI" | "HOUSING" | "ELEC" | "WORK" | "CAPITAL" | "JAMSOS" | "PEKKA" | "DEBT") | null;
                                    textId: string;
                                    textEn: string;
                                    noteId: string;
                                    noteEn: string;
                                    reasonId: string;
                                    reasonEn: string;
                                    facts: {
                                        fact: string;
                                        value: string;
                                        file: string;
                                        sheet: string;
                                        row: number;
                                    }[];
                                    points: {
                                        reason: string;
                                        points: number;
                                    }[];
                                    personId: string | null;
                                }[];
                                water: {
                                    /** @enum {string} */
                                    state: "lacks" | "received" | "can-get" | "promised" | "unknown";
                                    indicator: ("INCOME" | "ELDER" | "NEGLECT" | "DOC" | "ATS" | "EDU_COST" | "JKN" | "NUTR" | "PREG" | "DISAB" | "WATER" | "SANI" | "HOUSING" | "ELEC" | "WORK" | "CAPITAL" | "JAMSOS" | "PEKKA" | "DEBT") | null;
                                    textId: string;
                                    textEn: string;
                                    noteId: string;
                                    noteEn: string;
                                    reasonId: string;
                                    reasonEn: string;
                                    facts: {
                                        fact: string;
                                        value: string;
                                        file: string;
                                        sheet: string;
                                        row: number;
                                    }[];
                                    points: {
                                        reason: string;
                                        points: number;
                                    }[];
                                    personId: string | null;
                                }[];
                                housing: {
                                    /** @enum {string} */
                                    state: "lacks" | "received" | "can-get" | "promised" | "unknown";
                                    indicator: ("INCOME" | "ELDER" | "NEGLECT" | "DOC" | "ATS" | "EDU_COST" | "JKN" | "NUTR" | "PREG" | "DISAB" | "WATER" | "SANI" | "HOUSING" | "ELEC" | "WORK" | "CAPITAL" | "JAMSOS" | "PEKKA" | "DEBT") | null;
                                    textId: string;
                                    textEn: string;
                                    noteId: string;
                                    noteEn: string;
                                    reasonId: string;
                                    reasonEn: string;
                                    facts: {
                                        fact: string;
                                        value: string;
                                        file: string;
                                        sheet: string;
                                        row: number;
                                    }[];
                                    points: {
                                        reason: string;
                                        points: number;
                                    }[];
                                    personId: string | null;
                                }[];
                                livelihood: {
                                    /** @enum {string} */
                                    state: "lacks" | "received" | "can-get" | "promised" | "unknown";
                                    indicator: ("INCOME" | "ELDER" | "NEGLECT" | "DOC" | "ATS" | "EDU_COST" | "JKN" | "NUTR" | "PREG" | "DISAB" | "WATER" | "SANI" | "HOUSING" | "ELEC" | "WORK" | "CAPITAL" | "JAMSOS" | "PEKKA" | "DEBT") | null;
                                    textId: string;
                                    textEn: string;
                                    noteId: string;
                                    noteEn: string;
                                    reasonId: string;
                                    reasonEn: string;
                                    facts: {
                                        fact: string;
                                        value: string;
                                        file: string;
                                        sheet: string;
                                        row: number;
                                    }[];
                                    points: {
                                        reason: string;
                                        points: number;
                                    }[];
                                    personId: string | null;
                                }[];
                            };
                            members: {
                                personId: string;
                                name: string;
                                relation: string | null;
                                sex: string | null;
                                ageYears: number | null;
                                ageMonths: number | null;
                                nikMasked: string | null;
                                education: string | null;
                                schoolParticipation: string | null;
                                occupation: string | null;
                                jknStatus: string | null;
                                /** @enum {string} */
                                status: "active" | "dead" | "moved-out";
                                statusDate: string | null;
                            }[];
                            dwelling: {
                                dwellingId: string;
                                families: {
                                    familyId: string;
                                    headName: string | null;
                                    memberCount: number;
                                    address: string | null;
                                    rt: number | null;
                                    rw: number | null;
                                    wardName: string | null;
                                    shared: {
                                        /** @enum {string} */
                                        by: "door" | "meter" | "point";
                                        source: {
                                            file: string;
                                            sheet: string;
                                            row: number;
                                        } | null;
                                    }[];
                                }[];
                            } | null;
                            lists: {
                                file: string;
                                sheet: string;
                                row: number;
                                title: string;
                                personName: string | null;
                            }[];
                            programmes: {
                                programme: string;
                                nameId: string;
                                nameEn: string;
                                personName: string | null;
                                /** @enum {string} */
                                result: "eligible" | "ineligible" | "unknown";
                                isReceiving: boolean;
                                amountRp: number | null;
                                isAmountMinimum: boolean;
                                amountPeriod: string | null;
                                decidedBy: string;
                                decidedByEn: string;
                                reasonId: string;
                                reasonEn: string;
                                ruleVersion: string;
                                source: string;
                            }[];
                            questions: {
                                fact: string;
                                textId: string;
                                textEn: string;
                                personName: string | null;
                                settles: number;
                            }[];
                            sources: {
                                subjectId: string;
                                field: string;
                                chosen: {
                                    value: string;
                                    file: string;
                                    sheet: string;
                                    row: number;
                                };
                                others: {
                                    value: string;
                                    file: string;
                                    sheet: string;
                                    row: number;
                                    group: number;
                                }[];
                            }[];
                        };
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
    "/families/{familyId}/joined-with/{otherId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Help that would stand twice if two families were one */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    familyId: string;
                    otherId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            familyId: string;
                            otherId: string;
                            help: {
                                /** @enum {string} */
                                kind: "duplicate" | "conflict";
                                isCertain: boolean;
                                one: string;
                                other: string;
                            }[];
                        };
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
    "/persons/{personId}/joined-with/{otherId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Help that would stand twice if two persons were one */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                    otherId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            personId: string;
                            otherId: string;
                            help: {
                                /** @enum {string} */
                                kind: "duplicate" | "conflict";
                                isCertain: boolean;
                                one: string;
                                other: string;
                            }[];
                        };
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
    "/families/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All families of a filter as CSV, streamed */
        get: {
            parameters: {
                query?: {
                    ward?: string;
                    district?: string;
                    decile?: number | "unknown";
                    sector?: "basic" | "education" | "health" | "water" | "housing" | "livelihood";
                    indicator?: "INCOME" | "ELDER" | "NEGLECT" | "DOC" | "ATS" | "EDU_COST" | "JKN" | "NUTR" | "PREG" | "DISAB" | "WATER" | "SANI" | "HOUSING" | "ELEC" | "WORK" | "CAPITAL" | "JAMSOS" | "PEKKA" | "DEBT";
                    served?: "none" | "one" | "several";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description CSV in UTF-8; a line a family, in the order of their keys; NIK and KK masked */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        /** All families of a filter with words as CSV; words never stand in an address */
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
                        /** @default  */
                        q?: string;
                        ward?: string;
                        district?: string;
                        decile?: number | "unknown";
                        /** @enum {string} */
                        sector?: "basic" | "education" | "health" | "water" | "housing" | "livelihood";
                        /** @enum {string} */
                        indicator?: "INCOME" | "ELDER" | "NEGLECT" | "DOC" | "ATS" | "EDU_COST" | "JKN" | "NUTR" | "PREG" | "DISAB" | "WATER" | "SANI" | "HOUSING" | "ELEC" | "WORK" | "CAPITAL" | "JAMSOS" | "PEKKA" | "DEBT";
                        /** @enum {string} */
                        served?: "none" | "one" | "several";
                    };
                };
            };
            responses: {
                /** @description CSV in UTF-8; a line a family, in the order of their keys; NIK and KK masked */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/allocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The present plan in numbers */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            plan: {
                                planId: string;
                                /** Format: date */
                                on: string;
                                needs: number;
                                served: number;
                                amountRp: number;
                                budgetRp: number;
                                value: number;
                                upperBound: number;
                            } | null;
                            sectors: {
                                /** @enum {string} */
                                sector: "basic" | "education" | "health" | "water" | "housing" | "livelihood";
                                needs: number;
                                served: number;
                            }[];
                            wards: {
                                code: string;
                                name: string;
                                needs: number;
                                served: number;
                            }[];
                            offers: {
                                offerId: string;
                                provider: string;
                                what: string;
                                sector: string;
                                indicator: string;
                                units: number | null;
                                unitCostRp: number;
                                used: number;
                                usedRp: number;
                                pricePoints: number;
                                leftReason: string | null;
                                wards: string[];
                                filter: string;
                                questions: {
                                    code: string;
                                    textId: string;
                                    textEn: string;
                                    effectId: string;
                                    effectEn: string;
                                }[];
                            }[];
                            unservedReasons: {
                                reasonCode: string;
                                needs: number;
                            }[];
                        };
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
    "/allocation/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who gets what from whom, or goes without */
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
                        state: "served" | "unserved";
                        offerId?: string;
                        ward?: string;
                        /** @enum {string} */
                        sector?: "basic" | "education" | "health" | "water" | "housing" | "livelihood";
                        reasonCode?: string;
                        familyId?: string;
                        cursor?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            rows: {
                                needId: string;
                                familyId: string;
                                headName: string;
                                personName: string | null;
                                wardName: string | null;
                                /** @enum {string} */
                                sector: "basic" | "education" | "health" | "water" | "housing" | "livelihood";
                                /** @enum {string} */
                                indicator: "INCOME" | "ELDER" | "NEGLECT" | "DOC" | "ATS" | "EDU_COST" | "JKN" | "NUTR" | "PREG" | "DISAB" | "WATER" | "SANI" | "HOUSING" | "ELEC" | "WORK" | "CAPITAL" | "JAMSOS" | "PEKKA" | "DEBT";
                                score: number;
                                offerId: string | null;
                                provider: string | null;
                                what: string | null;
                                amountRp: number | null;
                                reasonId: string;
                                reasonEn: string;
                                reasonCode: string | null;
                                cutoff: number | null;
                            }[];
                            total: number;
                            nextCursor: string | null;
                        };
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
    "/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What agencies and partners offer */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            offers: {
                                offerId: string;
                                provider: string;
                                what: string;
                                sector: string;
                                indicator: string;
                                units: number | null;
                                unitCostRp: number;
                                used: number;
                                usedRp: number;
                                pricePoints: number;
                                leftReason: string | null;
                                wards: string[];
                                filter: string;
                                questions: {
                                    code: string;
                                    textId: string;
                                    textEn: string;
                                    effectId: string;
                                    effectEn: string;
                                }[];
                            }[];
                        };
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
    "/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was read, and how its rows add up */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            files: {
                                sheetNo: number;
                                file: string;
                                sheet: string;
                                kind: string;
                                title: string;
                                provider: string | null;
                                programme: string | null;
                                headerRow: number;
                                dataRows: number;
                                quarantined: number;
                                otherRows: number;
                                findings: number;
                                columns: {
                                    column: number;
                                    heading: string;
                                    field: string | null;
                                    confidence: number;
                                }[];
                            }[];
                            faults: {
                                file: string;
                                code: string;
                                hintId: string;
                                hintEn: string;
                            }[];
                        };
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
    "/files/{sheetNo}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Findings of a sheet by cause */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    sheetNo: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            groups: {
                                code: string;
                                isQuarantine: boolean;
                                count: number;
                                hintId: string;
                                hintEn: string;
                                examples: {
                                    row: number;
                                    column: string;
                                    value: string;
                                }[];
                            }[];
                        };
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
    "/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Facts that nobody knows yet */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            questions: {
                                fact: string;
                                textId: string;
                                textEn: string;
                                families: number;
                                decisions: number;
                            }[];
                        };
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
    "/programmes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The catalogue with counts of decisions */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            programmes: {
                                code: string;
                                nameId: string;
                                nameEn: string;
                                sector: string;
                                unit: string;
                                decidedBy: string;
                                decidedByEn: string;
                                source: string;
                                validFrom: string;
                                eligible: number;
                                unknown: number;
                                ineligible: number;
                                receiving: number;
                            }[];
                        };
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
    "/pairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Pairs of records to look at */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            pairs: {
                                pairKey: string;
                                /** @enum {string} */
                                look: "first" | "second" | "third";
                                percentSame: number;
                                left: {
                                    personId: string | null;
                                    familyId: string | null;
                                    name: string;
                                    birth: string | null;
                                    nikMasked: string | null;
                                    kkMasked: string | null;
                                    address: string | null;
                                    wardName: string | null;
                                    sex: ("male" | "female") | null;
                                    motherOrHead: string | null;
                                    memberCount: number | null;
                                    file: string;
                                    sheet: string;
                                    row: number;
                                };
                                right: {
                                    personId: string | null;
                                    familyId: string | null;
                                    name: string;
                                    birth: string | null;
                                    nikMasked: string | null;
                                    kkMasked: string | null;
                                    address: string | null;
                                    wardName: string | null;
                                    sex: ("male" | "female") | null;
                                    motherOrHead: string | null;
                                    memberCount: number | null;
                                    file: string;
                                    sheet: string;
                                    row: number;
                                };
                                evidence: {
                                    comparison: string;
                                    level: string;
                                    weightBits: number;
                                }[];
                                answers: {
                                    /** @enum {string} */
                                    answer: "same-person" | "other-person";
                                    organisation: string;
                                    at: string;
                                }[];
                                question: {
                                    askedAt: string;
                                    answer: ("yes" | "no" | "unknown") | null;
                                    answeredAt: string | null;
                                } | null;
                            }[];
                            total: number;
                            nextCursor: string | null;
                            done: {
                                judged: number;
                                same: number;
                                latest: number[];
                            };
                        };
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
    "/families/{familyId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of a family from run to run, and by which list or decision */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    familyId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            familyId: string;
                            headName: string | null;
                            mergedInto: string | null;
                            steps: {
                                at: string;
                                /** @enum {string} */
                                kind: "first" | "changed" | "gone";
                                lists: {
                                    file: string;
                                    title: string;
                                    provider: string | null;
                                    rowsAdded: number;
                                    rowsRemoved: number;
                                }[];
                                decisions: {
                                    changeNo: number;
                                    /** @enum {string} */
                                    kind: "same-person" | "other-person" | "same-family" | "other-family" | "value" | "added";
                                    field: string | null;
                                    isTakenBack: boolean;
                                    organisation: string;
                                    reason: string;
                                }[];
                                joined: {
                                    personId: string;
                                    name: string | null;
                                }[];
                                left: {
                                    personId: string;
                                    name: string | null;
                                }[];
                                mergedFrom: string[];
                                partedTo: string[];
                                changes: {
                                    person: {
                                        personId: string;
                                        name: string | null;
                                    } | null;
                                    field: string;
                                    from: string | null;
                                    to: string | null;
                                }[];
                            }[];
                        };
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
    "/families/{familyId}/as-of": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A family as it was known on one day, and as it was on another */
        get: {
            parameters: {
                query?: {
                    knownOn?: string;
                    validOn?: string;
                };
                header?: never;
                path: {
                    familyId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            familyId: string;
                            mergedInto: string | null;
                            knownOn: string | null;
                            validOn: string | null;
                            isKnown: boolean;
                            headName: string | null;
                            values: {
                                field: string;
                                value: string;
                                source: {
                                    file: string;
                                    sheet: string;
                                    row: number;
                                } | null;
                                otherCount: number;
                            }[];
                            members: {
                                personId: string;
                                name: string | null;
                                relation: string | null;
                                /** @enum {string} */
                                status: "active" | "dead" | "moved-out";
                                statusDate: string | null;
                                periods: {
                                    from: string | null;
                                    to: string | null;
                                    end: ("death" | "move-out") | null;
                                }[];
                                values: {
                                    field: string;
                                    value: string;
                                    source: {
                                        file: string;
                                        sheet: string;
                                        row: number;
                                    } | null;
                                    otherCount: number;
                                }[];
                            }[];
                            absent: {
                                personId: string;
                                name: string | null;
                                /** @enum {string} */
                                reason: "no-row" | "not-born" | "not-moved-in";
                            }[];
                            dwellings: {
                                wardName: string;
                                /** Format: date */
                                from: string;
                                to: string | null;
                                source: {
                                    file: string;
                                    sheet: string;
                                    row: number;
                                };
                            }[];
                            rows: {
                                file: string;
                                sheet: string;
                                row: number;
                                title: string;
                                on: string | null;
                                isCounted: boolean;
                            }[];
                        };
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
    "/persons/{personId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Names, numbers and families of a person from run to run, and the person on two days */
        get: {
            parameters: {
                query?: {
                    knownOn?: string;
                    validOn?: string;
                };
                header?: never;
                path: {
                    personId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            personId: string;
                            mergedInto: string | null;
                            knownOn: string | null;
                            validOn: string | null;
                            familyId: string | null;
                            record: {
                                personId: string;
                                name: string | null;
                                relation: string | null;
                                /** @enum {string} */
                                status: "active" | "dead" | "moved-out";
                                statusDate: string | null;
                                periods: {
                                    from: string | null;
                                    to: string | null;
                                    end: ("death" | "move-out") | null;
                                }[];
                                values: {
                                    field: string;
                                    value: string;
                                    source: {
                                        file: string;
                                        sheet: string;
                                        row: number;
                                    } | null;
                                    otherCount: number;
                                }[];
                            } | null;
                            names: {
                                recordedFrom: string;
                                recordedTo: string | null;
                                name: string;
                            }[];
                            identifiers: {
                                recordedFrom: string;
                                recordedTo: string | null;
                                /** @enum {string} */
                                type: "nik" | "kk";
                                value: string;
                                /** @enum {string} */
                                status: "current" | "former" | "other";
                                isWhole: boolean;
                                sources: {
                                    file: string;
                                    sheet: string;
                                    row: number;
                                }[];
                            }[];
                            memberships: {
                                recordedFrom: string;
                                recordedTo: string | null;
                                familyId: string;
                                headName: string | null;
                                relation: string | null;
                                periods: {
                                    from: string | null;
                                    to: string | null;
                                    end: ("death" | "move-out") | null;
                                }[];
                            }[];
                            mergedFrom: {
                                recordedFrom: string;
                                recordedTo: string | null;
                                personId: string;
                            }[];
                        };
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
    "/dwellings/{dwellingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A house and the families that live in it, and by what that is known */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    dwellingId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            dwellingId: string;
                            families: {
                                familyId: string;
                                headName: string | null;
                                memberCount: number;
                                address: string | null;
                                rt: number | null;
                                rw: number | null;
                                wardName: string | null;
                                shared: {
                                    /** @enum {string} */
                                    by: "door" | "meter" | "point";
                                    source: {
                                        file: string;
                                        sheet: string;
                                        row: number;
                                    } | null;
                                }[];
                            }[];
                        };
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
    "/dwellings/{dwellingId}/as-of": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A house as it was known on one day, and who lived in it on another */
        get: {
            parameters: {
                query?: {
                    knownOn?: string;
                    validOn?: string;
                };
                header?: never;
                path: {
                    dwellingId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            dwellingId: string;
                            knownOn: string | null;
                            validOn: string | null;
                            isKnown: boolean;
                            families: {
                                familyId: string;
                                headName: string | null;
                                memberCount: number;
                                shared: {
                                    /** @enum {string} */
                                    by: "door" | "meter" | "point";
                                    source: {
                                        file: string;
                                        sheet: string;
                                        row: number;
                                    } | null;
                                }[];
                                values: {
                                    field: string;
                                    value: string;
                                    source: {
                                        file: string;
                                        sheet: string;
                                        row: number;
                                    } | null;
                                    otherCount: number;
                                }[];
                            }[];
                            absent: {
                                familyId: string;
                                headName: string | null;
                                /** @enum {string} */
                                reason: "no-row" | "nobody" | "elsewhere";
                            }[];
                        };
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
    "/survivorship": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which list is believed for which field, and why */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                            /** Format: date */
                            from: string;
                            source: string;
                            weights: number[];
                            orders: {
                                fields: string[];
                                lists: ("register-person" | "register-family" | "aid" | "housing-survey" | "water-survey" | "disability" | "proposal" | "vital-events" | "offers" | "budget" | "by-hand" | "other")[];
                                staleAfterYears?: number;
                                reason: {
                                    id: string;
                                    en: string;
                                };
                            }[];
                            otherwise: ("register-person" | "register-family" | "aid" | "housing-survey" | "water-survey" | "disability" | "proposal" | "vital-events" | "offers" | "budget" | "by-hand" | "other")[];
                        };
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
    "/register-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people decided and proposed about the register, the latest first */
        get: {
            parameters: {
                query?: {
                    state?: "draft" | "proposed" | "in-force" | "refused" | "withdrawn";
                    familyId?: string;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changes: {
                                changeNo: number;
                                /** @enum {string} */
                                kind: "same-person" | "other-person" | "same-family" | "other-family" | "value" | "added";
                                /** @enum {string} */
                                state: "draft" | "proposed" | "in-force" | "refused" | "withdrawn";
                                left: {
                                    personId: string | null;
                                    name: string | null;
                                } | null;
                                right: {
                                    personId: string | null;
                                    name: string | null;
                                } | null;
                                leftWith: {
                                    personId: string | null;
                                    name: string | null;
                                }[];
                                rightWith: {
                                    personId: string | null;
                                    name: string | null;
                                }[];
                                field: string | null;
                                written: {
                                    [key: string]: string;
                                }[];
                                present: string | null;
                                reason: string;
                                familyIds: string[];
                                ward: string | null;
                                organisation: string;
                                madeBy: string;
                                madeAt: string;
                                decidedBy: string | null;
                                decidedAt: string | null;
                                decidedReason: string | null;
                                endedAt: string | null;
                            }[];
                            total: number;
                            nextCursor: string | null;
                            isMade: boolean;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Decide or propose: the same or not, a value that stands, a family by hand */
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
                        kind: "same-person" | "other-person";
                        left: {
                            personId: string;
                        } | {
                            familyId: string;
                        } | {
                            file: string;
                            sheet: string;
                            row: number;
                        };
                        right: {
                            personId: string;
                        } | {
                            familyId: string;
                        } | {
                            file: string;
                            sheet: string;
                            row: number;
                        };
                        /** @default  */
                        reason?: string;
                    } | {
                        /** @enum {string} */
                        kind: "same-family" | "other-family";
                        left: ({
                            personId: string;
                        } | {
                            familyId: string;
                        } | {
                            file: string;
                            sheet: string;
                            row: number;
                        }) | {
                            personIds: string[];
                        };
                        right: ({
                            personId: string;
                        } | {
                            familyId: string;
                        } | {
                            file: string;
                            sheet: string;
                            row: number;
                        }) | {
                            personIds: string[];
                        };
                        /** @default  */
                        reason?: string;
                    } | {
                        /** @enum {string} */
                        kind: "value";
                        subject: {
                            personId: string;
                        } | {
                            familyId: string;
                        } | {
                            file: string;
                            sheet: string;
                            row: number;
                        };
                        /** @enum {string} */
                        field: "name" | "nik" | "kk" | "birthDate" | "birthPlace" | "sex" | "motherName" | "phone" | "relation" | "marital" | "schoolParticipation" | "education" | "schoolLevel" | "schoolClass" | "schoolName" | "occupation" | "disability" | "disabilitySeverity" | "chronicIllness" | "isPregnant" | "hasBirthCertificate" | "nutrition" | "religion" | "event" | "eventDate" | "address" | "rt" | "rw" | "district" | "ward" | "occupants" | "houseTenure" | "landTitle" | "floor" | "wall" | "roof" | "houseCondition" | "floorAreaM2" | "water" | "lighting" | "powerVa" | "cookingFuel" | "toilet" | "closet" | "wasteDisposal";
                        text: string;
                        reason: string;
                    } | {
                        /** @enum {string} */
                        kind: "added";
                        rows: {
                            [key: string]: string;
                        }[];
                        /** @default  */
                        reason?: string;
                        /** @default false */
                        isDraft?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changeNo: number;
                            /** @enum {string} */
                            kind: "same-person" | "other-person" | "same-family" | "other-family" | "value" | "added";
                            /** @enum {string} */
                            state: "draft" | "proposed" | "in-force" | "refused" | "withdrawn";
                            left: {
                                personId: string | null;
                                name: string | null;
                            } | null;
                            right: {
                                personId: string | null;
                                name: string | null;
                            } | null;
                            leftWith: {
                                personId: string | null;
                                name: string | null;
                            }[];
                            rightWith: {
                                personId: string | null;
                                name: string | null;
                            }[];
                            field: string | null;
                            written: {
                                [key: string]: string;
                            }[];
                            present: string | null;
                            reason: string;
                            familyIds: string[];
                            ward: string | null;
                            organisation: string;
                            madeBy: string;
                            madeAt: string;
                            decidedBy: string | null;
                            decidedAt: string | null;
                            decidedReason: string | null;
                            endedAt: string | null;
                        };
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
    "/register-changes/{changeNo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One decision or proposal about the register */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    changeNo: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changeNo: number;
                            /** @enum {string} */
                            kind: "same-person" | "other-person" | "same-family" | "other-family" | "value" | "added";
                            /** @enum {string} */
                            state: "draft" | "proposed" | "in-force" | "refused" | "withdrawn";
                            left: {
                                personId: string | null;
                                name: string | null;
                            } | null;
                            right: {
                                personId: string | null;
                                name: string | null;
                            } | null;
                            leftWith: {
                                personId: string | null;
                                name: string | null;
                            }[];
                            rightWith: {
                                personId: string | null;
                                name: string | null;
                            }[];
                            field: string | null;
                            written: {
                                [key: string]: string;
                            }[];
                            present: string | null;
                            reason: string;
                            familyIds: string[];
                            ward: string | null;
                            organisation: string;
                            madeBy: string;
                            madeAt: string;
                            decidedBy: string | null;
                            decidedAt: string | null;
                            decidedReason: string | null;
                            endedAt: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Approve, refuse or take back; what is taken back leaves the register as it was */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    changeNo: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        verdict: "approve" | "refuse" | "withdraw";
                        /** @default  */
                        reason?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            changeNo: number;
                            /** @enum {string} */
                            kind: "same-person" | "other-person" | "same-family" | "other-family" | "value" | "added";
                            /** @enum {string} */
                            state: "draft" | "proposed" | "in-force" | "refused" | "withdrawn";
                            left: {
                                personId: string | null;
                                name: string | null;
                            } | null;
                            right: {
                                personId: string | null;
                                name: string | null;
                            } | null;
                            leftWith: {
                                personId: string | null;
                                name: string | null;
                            }[];
                            rightWith: {
                                personId: string | null;
                                name: string | null;
                            }[];
                            field: string | null;
                            written: {
                                [key: string]: string;
                            }[];
                            present: string | null;
                            reason: string;
                            familyIds: string[];
                            ward: string | null;
                            organisation: string;
                            madeBy: string;
                            madeAt: string;
                            decidedBy: string | null;
                            decidedAt: string | null;
                            decidedReason: string | null;
                            endedAt: string | null;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/register-changes/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What is amiss with values as typed; nothing is kept */
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
                        rows: {
                            [key: string]: string;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            findings: {
                                place: number;
                                field: string;
                                code: string;
                                hint: string;
                                isLost: boolean;
                            }[];
                        };
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
    "/pair-questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Questions about pairs of records that wait for an answer, the oldest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            questions: {
                                questionNo: number;
                                left: {
                                    name: string;
                                    place: string;
                                };
                                right: {
                                    name: string;
                                    place: string;
                                };
                                organisation: string;
                                askedAt: string;
                                answer: ("yes" | "no" | "unknown") | null;
                                answeredAt: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Ask the ward whether two records are one person; the answer decides nothing by itself */
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
                        left: {
                            file: string;
                            sheet: string;
                            row: number;
                        };
                        right: {
                            file: string;
                            sheet: string;
                            row: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            questionNo: number;
                            left: {
                                name: string;
                                place: string;
                            };
                            right: {
                                name: string;
                                place: string;
                            };
                            organisation: string;
                            askedAt: string;
                            answer: ("yes" | "no" | "unknown") | null;
                            answeredAt: string | null;
                        };
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
    "/pair-questions/{questionNo}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Answer a question about a pair: yes, no, or not known */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    questionNo: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        answer: "yes" | "no" | "unknown";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            questionNo: number;
                            left: {
                                name: string;
                                place: string;
                            };
                            right: {
                                name: string;
                                place: string;
                            };
                            organisation: string;
                            askedAt: string;
                            answer: ("yes" | "no" | "unknown") | null;
                            answeredAt: string | null;
                        };
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
    "/pair-judgements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer about a pair that waits: the first decides, the second sees no answer, a third settles */
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
                        left: {
                            file: string;
                            sheet: string;
                            row: number;
                        };
                        right: {
                            file: string;
                            sheet: string;
                            row: number;
                        };
                        /** @enum {string} */
                        answer: "same-person" | "other-person";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            judgementNo: number;
                            /** @enum {string} */
                            look: "first" | "second" | "third";
                            /** @enum {string} */
                            answer: "same-person" | "other-person";
                            changeState: ("in-force" | "proposed") | null;
                            isWithdrawn: boolean;
                        };
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
    "/pair-judgements/{judgementNo}": {
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
        /** Take back an answer of one’s own, on which nobody has answered since */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    judgementNo: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {boolean} */
                        isWithdrawn: true;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            judgementNo: number;
                            /** @enum {string} */
                            look: "first" | "second" | "third";
                            /** @enum {string} */
                            answer: "same-person" | "other-person";
                            changeState: ("in-force" | "proposed") | null;
                            isWithdrawn: boolean;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/pair-agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far two reviewers agree about the same pairs */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            pairs: number;
                            agreed: number;
                            share: {
                                value: number;
                                from: number;
                                to: number;
                            } | null;
                            kappa: {
                                value: number;
                                from: number;
                                to: number;
                            } | null;
                            waiting: number;
                            open: number;
                            settled: number;
                        };
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
    "/linkage-threshold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What people found of doubtful pairs beside what the linkage said, and what that proposes */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            calibration: {
                                pairs: number;
                                same: number;
                                bands: {
                                    fromBits: number | null;
                                    toBits: number | null;
                                    pairs: number;
                                    same: number;
                                    said: number | null;
                                    share: {
                                        value: number;
                                        from: number;
                                        to: number;
                                    } | null;
                                }[];
                                shift: {
                                    bits: number;
                                    from: number;
                                    to: number;
                                } | null;
                            };
                            threshold: {
                                presentBits: number;
                                adoptedAt: string | null;
                                proposedBits: number | null;
                                joins: number;
                            };
                        };
                    };
                };
            };
        };
        /** Have the proposed threshold of the linkage hold, or the usual one again */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        thresholdBits: number | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            calibration: {
                                pairs: number;
                                same: number;
                                bands: {
                                    fromBits: number | null;
                                    toBits: number | null;
                                    pairs: number;
                                    same: number;
                                    said: number | null;
                                    share: {
                                        value: number;
                                        from: number;
                                        to: number;
                                    } | null;
                                }[];
                                shift: {
                                    bits: number;
                                    from: number;
                                    to: number;
                                } | null;
                            };
                            threshold: {
                                presentBits: number;
                                adoptedAt: string | null;
                                proposedBits: number | null;
                                joins: number;
                            };
                        };
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
    "/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Groups of residents by name, kind and ward */
        get: {
            parameters: {
                query?: {
                    q?: string;
                    kind?: "kube" | "farmers" | "women-farmers" | "fishers" | "prayer-circle" | "faith" | "dasawisma" | "youth" | "other";
                    ward?: string;
                    state?: "open" | "closed";
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            groups: {
                                groupId: string;
                                name: string;
                                /** @enum {string} */
                                kind: "kube" | "farmers" | "women-farmers" | "fishers" | "prayer-circle" | "faith" | "dasawisma" | "youth" | "other";
                                ward: string;
                                wardName: string;
                                /** Format: date */
                                since: string;
                                closedOn: string | null;
                                memberCount: number;
                            }[];
                            total: number;
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Write down a group of residents */
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
                        /** @enum {string} */
                        kind: "kube" | "farmers" | "women-farmers" | "fishers" | "prayer-circle" | "faith" | "dasawisma" | "youth" | "other";
                        ward: string;
                        address?: string;
                        /** Format: date */
                        since: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            groupId: string;
                            name: string;
                            /** @enum {string} */
                            kind: "kube" | "farmers" | "women-farmers" | "fishers" | "prayer-circle" | "faith" | "dasawisma" | "youth" | "other";
                            ward: string;
                            wardName: string;
                            /** Format: date */
                            since: string;
                            closedOn: string | null;
                            address: string | null;
                            closedReason: string | null;
                            /** Format: date */
                            on: string;
                            isThere: boolean;
                            members: {
                                changeNo: number;
                                /** @enum {string} */
                                role: "chair" | "secretary" | "treasurer" | "member";
                                /** Format: date */
                                from: string;
                                to: string | null;
                                personId: string | null;
                                familyId: string | null;
                                name: string | null;
                            }[];
                            past: {
                                changeNo: number;
                                /** @enum {string} */
                                role: "chair" | "secretary" | "treasurer" | "member";
                                /** Format: date */
                                from: string;
                                to: string | null;
                                personId: string | null;
                                familyId: string | null;
                                name: string | null;
                            }[];
                            changes: {
                                changeNo: number;
                                /** @enum {string} */
                                kind: "created" | "renamed" | "closed" | "joined" | "left";
                                /** Format: date */
                                on: string;
                                name: string | null;
                                role: ("chair" | "secretary" | "treasurer" | "member") | null;
                                reason: string | null;
                                personName: string | null;
                                organisation: string;
                                isOwn: boolean;
                                madeAt: string;
                                undoneAt: string | null;
                                isRestedOn: boolean;
                            }[];
                        };
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
    "/groups/{groupId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A group on a day: who belongs to it, who did, and what was written down */
        get: {
            parameters: {
                query?: {
                    on?: string;
                };
                header?: never;
                path: {
                    groupId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            groupId: string;
                            name: string;
                            /** @enum {string} */
                            kind: "kube" | "farmers" | "women-farmers" | "fishers" | "prayer-circle" | "faith" | "dasawisma" | "youth" | "other";
                            ward: string;
                            wardName: string;
                            /** Format: date */
                            since: string;
                            closedOn: string | null;
                            address: string | null;
                            closedReason: string | null;
                            /** Format: date */
                            on: string;
                            isThere: boolean;
                            members: {
                                changeNo: number;
                                /** @enum {string} */
                                role: "chair" | "secretary" | "treasurer" | "member";
                                /** Format: date */
                                from: string;
                                to: string | null;
                                personId: string | null;
                                familyId: string | null;
                                name: string | null;
                            }[];
                            past: {
                                changeNo: number;
                                /** @enum {string} */
                                role: "chair" | "secretary" | "treasurer" | "member";
                                /** Format: date */
                                from: string;
                                to: string | null;
                                personId: string | null;
                                familyId: string | null;
                                name: string | null;
                            }[];
                            changes: {
                                changeNo: number;
                                /** @enum {string} */
                                kind: "created" | "renamed" | "closed" | "joined" | "left";
                                /** Format: date */
                                on: string;
                                name: string | null;
                                role: ("chair" | "secretary" | "treasurer" | "member") | null;
                                reason: string | null;
                                personName: string | null;
                                organisation: string;
                                isOwn: boolean;
                                madeAt: string;
                                undoneAt: string | null;
                                isRestedOn: boolean;
                            }[];
                        };
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
    "/groups/{groupId}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Rename or close a group, write down who joined it or left it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    groupId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "renamed";
                        name: string;
                        /** Format: date */
                        on: string;
                    } | {
                        /** @enum {string} */
                        kind: "closed";
                        reason: string;
                        /** Format: date */
                        on: string;
                    } | {
                        /** @enum {string} */
                        kind: "joined";
                        personId: string;
                        /** @enum {string} */
                        role: "chair" | "secretary" | "treasurer" | "member";
                        /** Format: date */
                        on: string;
                    } | {
                        /** @enum {string} */
                        kind: "left";
                        changeNo: number;
                        /** Format: date */
                        on: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            groupId: string;
                            name: string;
                            /** @enum {string} */
                            kind: "kube" | "farmers" | "women-farmers" | "fishers" | "prayer-circle" | "faith" | "dasawisma" | "youth" | "other";
                            ward: string;
                            wardName: string;
                            /** Format: date */
                            since: string;
                            closedOn: string | null;
                            address: string | null;
                            closedReason: string | null;
                            /** Format: date */
                            on: string;
                            isThere: boolean;
                            members: {
                                changeNo: number;
                                /** @enum {string} */
                                role: "chair" | "secretary" | "treasurer" | "member";
                                /** Format: date */
                                from: string;
                                to: string | null;
                                personId: string | null;
                                familyId: string | null;
                                name: string | null;
                            }[];
                            past: {
                                changeNo: number;
                                /** @enum {string} */
                                role: "chair" | "secretary" | "treasurer" | "member";
                                /** Format: date */
                                from: string;
                                to: string | null;
                                personId: string | null;
                                familyId: string | null;
                                name: string | null;
                            }[];
                            changes: {
                                changeNo: number;
                                /** @enum {string} */
                                kind: "created" | "renamed" | "closed" | "joined" | "left";
                                /** Format: date */
                                on: string;
                                name: string | null;
                                role: ("chair" | "secretary" | "treasurer" | "member") | null;
                                reason: string | null;
                                personName: string | null;
                                organisation: string;
                                isOwn: boolean;
                                madeAt: string;
                                undoneAt: string | null;
                                isRestedOn: boolean;
                            }[];
                        };
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
    "/group-changes/{changeNo}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a change of a group back, as who wrote it or who decides; it then never was */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    changeNo: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/persons/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person: family, what Dukcapil says of the record, and groups */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            personId: string;
                            mergedInto: string | null;
                            familyId: string;
                            headName: string | null;
                            wardName: string | null;
                            name: string | null;
                            relation: string | null;
                            /** @enum {string} */
                            status: "active" | "dead" | "moved-out";
                            dukcapil: {
                                /** @enum {string} */
                                state: "belum_dicek" | "padan" | "tidak_padan" | "meninggal" | "pindah" | "ganda";
                                at: string | null;
                                source: string | null;
                                isConnected: boolean;
                                canBeAsked: boolean;
                            };
                            groups: {
                                changeNo: number;
                                /** @enum {string} */
                                role: "chair" | "secretary" | "treasurer" | "member";
                                /** Format: date */
                                from: string;
                                to: string | null;
                                groupId: string;
                                name: string;
                                /** @enum {string} */
                                kind: "kube" | "farmers" | "women-farmers" | "fishers" | "prayer-circle" | "faith" | "dasawisma" | "youth" | "other";
                                wardName: string;
                            }[];
                        };
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
    "/data-quality": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How sound the records are, and what is to be put right */
        get: {
            parameters: {
                query?: {
                    ward?: string;
                    office?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            counts: {
                                persons: number;
                                sound: {
                                    yes: number;
                                    no: number;
                                    unknown: number;
                                };
                                criteria: {
                                    unique: {
                                        yes: number;
                                        no: number;
                                        unknown: number;
                                    };
                                    confirmed: {
                                        yes: number;
                                        no: number;
                                        unknown: number;
                                    };
                                    "one-family": {
                                        yes: number;
                                        no: number;
                                        unknown: number;
                                    };
                                    complete: {
                                        yes: number;
                                        no: number;
                                        unknown: number;
                                    };
                                };
                            };
                            wards: {
                                persons: number;
                                sound: {
                                    yes: number;
                                    no: number;
                                    unknown: number;
                                };
                                criteria: {
                                    unique: {
                                        yes: number;
                                        no: number;
                                        unknown: number;
                                    };
                                    confirmed: {
                                        yes: number;
                                        no: number;
                                        unknown: number;
                                    };
                                    "one-family": {
                                        yes: number;
                                        no: number;
                                        unknown: number;
                                    };
                                    complete: {
                                        yes: number;
                                        no: number;
                                        unknown: number;
                                    };
                                };
                                code: string | null;
                                name: string | null;
                            }[];
                            offices: {
                                persons: number;
                                sound: {
                                    yes: number;
                                    no: number;
                                    unknown: number;
                                };
                                criteria: {
                                    unique: {
                                        yes: number;
                                        no: number;
                                        unknown: number;
                                    };
                                    confirmed: {
                                        yes: number;
                                        no: number;
                                        unknown: number;
                                    };
                                    "one-family": {
                                        yes: number;
                                        no: number;
                                        unknown: number;
                                    };
                                    complete: {
                                        yes: number;
                                        no: number;
                                        unknown: number;
                                    };
                                };
                                office: string;
                            }[];
                            missing: {
                                variable: string;
                                persons: number;
                            }[];
                            worklists: {
                                /** @enum {string} */
                                code: "nik-two-persons" | "two-families" | "dukcapil-differs" | "nik-format" | "nik-date-impossible" | "nik-serial-zero" | "nik-same-as-kk" | "nik-birth-date-mismatch" | "nik-sex-mismatch" | "no-nik" | "no-kk" | "no-place" | "not-confirmed" | "nik-region-unknown" | "nik-region-not-city";
                                /** @enum {string} */
                                severity: "block" | "error" | "warning" | "status" | "note";
                                persons: number;
                                families: number;
                            }[];
                            dukcapil: {
                                isConnected: boolean;
                                answered: number;
                                lastAt: string | null;
                            };
                            linkage: {
                                pairs: number;
                                same: number;
                                bands: {
                                    fromBits: number | null;
                                    toBits: number | null;
                                    pairs: number;
                                    same: number;
                                    said: number | null;
                                    share: {
                                        value: number;
                                        from: number;
                                        to: number;
                                    } | null;
                                }[];
                                shift: {
                                    bits: number;
                                    from: number;
                                    to: number;
                                } | null;
                            };
                        };
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
    "/data-quality/worklists/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Records to be put right, a page of families */
        get: {
            parameters: {
                query?: {
                    ward?: string;
                    office?: string;
                    cursor?: string;
                };
                header?: never;
                path: {
                    code: "nik-two-persons" | "two-families" | "dukcapil-differs" | "nik-format" | "nik-date-impossible" | "nik-serial-zero" | "nik-same-as-kk" | "nik-birth-date-mismatch" | "nik-sex-mismatch" | "no-nik" | "no-kk" | "no-place" | "not-confirmed" | "nik-region-unknown" | "nik-region-not-city";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            lines: {
                                familyId: string;
                                personId: string | null;
                                name: string | null;
                                headName: string | null;
                                nikMasked: string | null;
                                kkMasked: string | null;
                                ward: string | null;
                                wardName: string | null;
                                rt: number | null;
                                birthDate: string | null;
                                sex: ("male" | "female") | null;
                                nikBirth: string | null;
                                nikSex: ("male" | "female") | null;
                                /** @enum {string} */
                                dukcapilState: "belum_dicek" | "padan" | "tidak_padan" | "meninggal" | "pindah" | "ganda";
                                dukcapilAt: string | null;
                                offices: string[];
                            }[];
                            total: number | null;
                            nextCursor: string | null;
                        };
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
    "/data-quality/worklists/{code}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A whole worklist as a file; NIK and KK masked */
        get: {
            parameters: {
                query: {
                    ward?: string;
                    office?: string;
                    format: "csv" | "xlsx";
                };
                header?: never;
                path: {
                    code: "nik-two-persons" | "two-families" | "dukcapil-differs" | "nik-format" | "nik-date-impossible" | "nik-serial-zero" | "nik-same-as-kk" | "nik-birth-date-mismatch" | "nik-sex-mismatch" | "no-nik" | "no-kk" | "no-place" | "not-confirmed" | "nik-region-unknown" | "nik-region-not-city";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description CSV in UTF-8 or a workbook, as `format` says */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
    "/data-quality/counts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Counts by ward or office as a file to be shared: no number under ten, others in tens */
        get: {
            parameters: {
                query: {
                    by: "ward" | "office";
                    format: "csv" | "xlsx";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description CSV in UTF-8 or a workbook, as `format` says */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
    "/reports/oppkpke.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The OPPKPKE matrix of the last run as a workbook */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description application/vnd.openxmlformats-officedocument.spreadsheetml.sheet */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
    "/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Systems that are told when something has happened */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            webhooks: {
                                webhookId: string;
                                url: string;
                                kinds: ("run-finished" | "plan-changed")[];
                                isActive: boolean;
                                /** Format: date-time */
                                createdAt: string;
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Tell another system; the answer holds the secret of the signatures, once */
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
                        url: string;
                        kinds: ("run-finished" | "plan-changed")[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            webhook: {
                                webhookId: string;
                                url: string;
                                kinds: ("run-finished" | "plan-changed")[];
                                isActive: boolean;
                                /** Format: date-time */
                                createdAt: string;
                            };
                            secret: string | null;
                        };
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
    "/webhooks/{webhookId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One system that is told, and of what */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhookId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            webhookId: string;
                            url: string;
                            kinds: ("run-finished" | "plan-changed")[];
                            isActive: boolean;
                            /** Format: date-time */
                            createdAt: string;
                        };
                    };
                };
            };
        };
        /** Change where and of what a system is told, stop it or go on */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhookId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        url: string;
                        kinds: ("run-finished" | "plan-changed")[];
                        isActive: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            webhookId: string;
                            url: string;
                            kinds: ("run-finished" | "plan-changed")[];
                            isActive: boolean;
                            /** Format: date-time */
                            createdAt: string;
                        };
                    };
                };
            };
        };
        post?: never;
        /** Tell a system no more; messages that wait are dropped */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    webhookId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{webhookId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages to a system and what became of them, the latest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                };
                header?: never;
                path: {
                    webhookId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            deliveries: {
                                deliveryId: string;
                                /** @enum {string} */
                                kind: "run-finished" | "plan-changed";
                                /** @enum {string} */
                                state: "waiting" | "queued" | "delivered" | "failed";
                                attempts: number;
                                /** Format: date-time */
                                createdAt: string;
                                triedAt: string | null;
                                answerStatus: number | null;
                                fault: string | null;
                            }[];
                            nextCursor: string | null;
                        };
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
    "/lists-job": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the latest reading of the lists stands */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            job: {
                                jobId: string;
                                /** @enum {string} */
                                state: "waiting" | "running" | "done" | "failed" | "cancelled";
                                stage: string | null;
                                share: number;
                                errorCode: string | null;
                                createdAt: string;
                                finishedAt: string | null;
                            } | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Read all lists again, in the background */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            jobId: string;
                            /** @enum {string} */
                            state: "waiting" | "running" | "done" | "failed" | "cancelled";
                            stage: string | null;
                            share: number;
                            errorCode: string | null;
                            createdAt: string;
                            finishedAt: string | null;
                        };
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
    "/lists-job/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Stop reading the lists; what was stored before stays */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    jobId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files as offices handed them over, the latest first, and which offices are late */
        get: {
            parameters: {
                query?: {
                    state?: "received" | "read" | "accepted" | "withdrawn" | "faulty";
                    organisationId?: string;
                    cursor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            files: {
                                fileId: string;
                                name: string;
                                organisationId: string | null;
                                organisationName: string | null;
                                received: {
                                    at: string;
                                    by: string | null;
                                };
                                sizeBytes: number;
                                paperNumber: string | null;
                                paperDate: string | null;
                                purpose: string | null;
                                replaces: string | null;
                                replacedBy: string | null;
                                /** @enum {string} */
                                state: "received" | "read" | "accepted" | "withdrawn" | "faulty";
                                firstReading: ("none" | "waiting" | "running" | "done" | "failed" | "cancelled") | null;
                                faultCode: string | null;
                                kinds: ("register-person" | "register-family" | "aid" | "housing-survey" | "water-survey" | "disability" | "proposal" | "vital-events" | "offers" | "budget" | "by-hand" | "other")[];
                                period: {
                                    from: string;
                                    to: string;
                                } | null;
                                counts: {
                                    rows: number;
                                    ready: number;
                                    look: number;
                                    held: number;
                                    tidied: number;
                                    other: number;
                                } | null;
                                warnings: ("rows-known-already" | "period-of-another-year" | "columns-shifted" | "sheet-without-names")[];
                                accepted: {
                                    at: string;
                                    by: string | null;
                                } | null;
                                acceptNo: number | null;
                            }[];
                            late: {
                                organisationId: string;
                                organisationName: string;
                                lastReceivedAt: string;
                                usualDays: number;
                                daysLate: number;
                            }[];
                            nextCursor: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Hand over a file as it is; it is read in the background and counts for nothing yet */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            fileId: string;
                            name: string;
                            organisationId: string | null;
                            organisationName: string | null;
                            received: {
                                at: string;
                                by: string | null;
                            };
                            sizeBytes: number;
                            paperNumber: string | null;
                            paperDate: string | null;
                            purpose: string | null;
                            replaces: string | null;
                            replacedBy: string | null;
                            /** @enum {string} */
                            state: "received" | "read" | "accepted" | "withdrawn" | "faulty";
                            firstReading: ("none" | "waiting" | "running" | "done" | "failed" | "cancelled") | null;
                            faultCode: string | null;
                            kinds: ("register-person" | "register-family" | "aid" | "housing-survey" | "water-survey" | "disability" | "proposal" | "vital-events" | "offers" | "budget" | "by-hand" | "other")[];
                            period: {
                                from: string;
                                to: string;
                            } | null;
                            counts: {
                                rows: number;
                                ready: number;
                                look: number;
                                held: number;
                                tidied: number;
                                other: number;
                            } | null;
                            warnings: ("rows-known-already" | "period-of-another-year" | "columns-shifted" | "sheet-without-names")[];
                            accepted: {
                                at: string;
                                by: string | null;
                            } | null;
                            acceptNo: number | null;
                            reading: {
                                /** @enum {string} */
                                state: "none" | "waiting" | "running" | "done" | "failed" | "cancelled";
                                jobId: string | null;
                                share: number;
                                rowsRead: number;
                                /** @default null */
                                errorCode: string | null;
                            };
                            fault: {
                                code: string;
                                hintId: string;
                                hintEn: string;
                            } | null;
                            known: {
                                familiesKnown: number;
                                familiesNew: number;
                                personsKnown: number;
                                personsNew: number;
                                rowsWithoutNumber: number;
                            } | null;
                            stopReasons: {
                                /** @enum {string} */
                                code: "rows-known-already" | "period-of-another-year" | "columns-shifted" | "sheet-without-names";
                                hintId: string;
                                hintEn: string;
                                sheetPlace: number | null;
                                otherFileId: string | null;
                                count: number | null;
                                of: number | null;
                            }[];
                            sheetCount: number;
                            mendCount: number;
                            lastMend: {
                                at: string;
                                cells: number;
                            } | null;
                            acceptances: {
                                accepted: {
                                    at: string;
                                    by: string | null;
                                };
                                withdrawn: {
                                    at: string;
                                    by: string | null;
                                } | null;
                                reason: string | null;
                            }[];
                        };
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
    "/intake-files/{fileId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One file: how its reading stands, its counts, and why to stop before accepting it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fileId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            fileId: string;
                            name: string;
                            organisationId: string | null;
                            organisationName: string | null;
                            received: {
                                at: string;
                                by: string | null;
                            };
                            sizeBytes: number;
                            paperNumber: string | null;
                            paperDate: string | null;
                            purpose: string | null;
                            replaces: string | null;
                            replacedBy: string | null;
                            /** @enum {string} */
                            state: "received" | "read" | "accepted" | "withdrawn" | "faulty";
                            firstReading: ("none" | "waiting" | "running" | "done" | "failed" | "cancelled") | null;
                            faultCode: string | null;
                            kinds: ("register-person" | "register-family" | "aid" | "housing-survey" | "water-survey" | "disability" | "proposal" | "vital-events" | "offers" | "budget" | "by-hand" | "other")[];
                            period: {
                                from: string;
                                to: string;
                            } | null;
                            counts: {
                                rows: number;
                                ready: number;
                                look: number;
                                held: number;
                                tidied: number;
                                other: number;
                            } | null;
                            warnings: ("rows-known-already" | "period-of-another-year" | "columns-shifted" | "sheet-without-names")[];
                            accepted: {
                                at: string;
                                by: string | null;
                            } | null;
                            acceptNo: number | null;
                            reading: {
                                /** @enum {string} */
                                state: "none" | "waiting" | "running" | "done" | "failed" | "cancelled";
                                jobId: string | null;
                                share: number;
                                rowsRead: number;
                                /** @default null */
                                errorCode: string | null;
                            };
                            fault: {
                                code: string;
                                hintId: string;
                                hintEn: string;
                            } | null;
                            known: {
                                familiesKnown: number;
                                familiesNew: number;
                                personsKnown: number;
                                personsNew: number;
                                rowsWithoutNumber: number;
                            } | null;
                            stopReasons: {
                                /** @enum {string} */
                                code: "rows-known-already" | "period-of-another-year" | "columns-shifted" | "sheet-without-names";
                                hintId: string;
                                hintEn: string;
                                sheetPlace: number | null;
                                otherFileId: string | null;
                                count: number | null;
                                of: number | null;
                            }[];
                            sheetCount: number;
                            mendCount: number;
                            lastMend: {
                                at: string;
                                cells: number;
                            } | null;
                            acceptances: {
                                accepted: {
                                    at: string;
                                    by: string | null;
                                };
                                withdrawn: {
                                    at: string;
                                    by: string | null;
                                } | null;
                                reason: string | null;
                            }[];
                        };
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
    "/intake-files/{fileId}/reading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Read a file once more, in the background */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fileId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            jobId: string;
                            /** @enum {string} */
                            state: "waiting" | "running" | "done" | "failed" | "cancelled";
                            stage: string | null;
                            share: number;
                            errorCode: string | null;
                            createdAt: string;
                            finishedAt: string | null;
                        };
                    };
                };
            };
        };
        /** Stop reading a file; what was read before stays */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fileId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake-files/{fileId}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a file count; the register is made again with it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fileId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @default [] */
                        despite?: ("rows-known-already" | "period-of-another-year" | "columns-shifted" | "sheet-without-names")[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            fileId: string;
                            name: string;
                            organisationId: string | null;
                            organisationName: string | null;
                            received: {
                                at: string;
                                by: string | null;
                            };
                            sizeBytes: number;
                            paperNumber: string | null;
                            paperDate: string | null;
                            purpose: string | null;
                            replaces: string | null;
                            replacedBy: string | null;
                            /** @enum {string} */
                            state: "received" | "read" | "accepted" | "withdrawn" | "faulty";
                            firstReading: ("none" | "waiting" | "running" | "done" | "failed" | "cancelled") | null;
                            faultCode: string | null;
                            kinds: ("register-person" | "register-family" | "aid" | "housing-survey" | "water-survey" | "disability" | "proposal" | "vital-events" | "offers" | "budget" | "by-hand" | "other")[];
                            period: {
                                from: string;
                                to: string;
                            } | null;
                            counts: {
                                rows: number;
                                ready: number;
                                look: number;
                                held: number;
                                tidied: number;
                                other: number;
                            } | null;
                            warnings: ("rows-known-already" | "period-of-another-year" | "columns-shifted" | "sheet-without-names")[];
                            accepted: {
                                at: string;
                                by: string | null;
                            } | null;
                            acceptNo: number | null;
                            reading: {
                                /** @enum {string} */
                                state: "none" | "waiting" | "running" | "done" | "failed" | "cancelled";
                                jobId: string | null;
                                share: number;
                                rowsRead: number;
                                /** @default null */
                                errorCode: string | null;
                            };
                            fault: {
                                code: string;
                                hintId: string;
                                hintEn: string;
                            } | null;
                            known: {
                                familiesKnown: number;
                                familiesNew: number;
                                personsKnown: number;
                                personsNew: number;
                                rowsWithoutNumber: number;
                            } | null;
                            stopReasons: {
                                /** @enum {string} */
                                code: "rows-known-already" | "period-of-another-year" | "columns-shifted" | "sheet-without-names";
                                hintId: string;
                                hintEn: string;
                                sheetPlace: number | null;
                                otherFileId: string | null;
                                count: number | null;
                                of: number | null;
                            }[];
                            sheetCount: number;
                            mendCount: number;
                            lastMend: {
                                at: string;
                                cells: number;
                            } | null;
                            acceptances: {
                                accepted: {
                                    at: string;
                                    by: string | null;
                                };
                                withdrawn: {
                                    at: string;
                                    by: string | null;
                                } | null;
                                reason: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        /** Take back a file that counts, and the register is made again without it, or one that could not be read */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fileId: string;
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
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            fileId: string;
                            name: string;
                            organisationId: string | null;
                            organisationName: string | null;
                            received: {
                                at: string;
                                by: string | null;
                            };
                            sizeBytes: number;
                            paperNumber: string | null;
                            paperDate: string | null;
                            purpose: string | null;
                            replaces: string | null;
                            replacedBy: string | null;
                            /** @enum {string} */
                            state: "received" | "read" | "accepted" | "withdrawn" | "faulty";
                            firstReading: ("none" | "waiting" | "running" | "done" | "failed" | "cancelled") | null;
                            faultCode: string | null;
                            kinds: ("register-person" | "register-family" | "aid" | "housing-survey" | "water-survey" | "disability" | "proposal" | "vital-events" | "offers" | "budget" | "by-hand" | "other")[];
                            period: {
                                from: string;
                                to: string;
                            } | null;
                            counts: {
                                rows: number;
                                ready: number;
                                look: number;
                                held: number;
                                tidied: number;
                                other: number;
                            } | null;
                            warnings: ("rows-known-already" | "period-of-another-year" | "columns-shifted" | "sheet-without-names")[];
                            accepted: {
                                at: string;
                                by: string | null;
                            } | null;
                            acceptNo: number | null;
                            reading: {
                                /** @enum {string} */
                                state: "none" | "waiting" | "running" | "done" | "failed" | "cancelled";
                                jobId: string | null;
                                share: number;
                                rowsRead: number;
                                /** @default null */
                                errorCode: string | null;
                            };
                            fault: {
                                code: string;
                                hintId: string;
                                hintEn: string;
                            } | null;
                            known: {
                                familiesKnown: number;
                                familiesNew: number;
                                personsKnown: number;
                                personsNew: number;
                                rowsWithoutNumber: number;
                            } | null;
                            stopReasons: {
                                /** @enum {string} */
                                code: "rows-known-already" | "period-of-another-year" | "columns-shifted" | "sheet-without-names";
                                hintId: string;
                                hintEn: string;
                                sheetPlace: number | null;
                                otherFileId: string | null;
                                count: number | null;
                                of: number | null;
                            }[];
                            sheetCount: number;
                            mendCount: number;
                            lastMend: {
                                at: string;
                                cells: number;
                            } | null;
                            acceptances: {
                                accepted: {
                                    at: string;
                                    by: string | null;
                                };
                                withdrawn: {
                                    at: string;
                                    by: string | null;
                                } | null;
                                reason: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake-files/{fileId}/effect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What of the register comes from a file, and what from it alone */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fileId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            isInRegister: boolean;
                            rows: number;
                            persons: number;
                            personsOnlyHere: number;
                            families: number;
                            familiesOnlyHere: number;
                        };
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
    "/column-meanings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a column of a list can mean, in the words of mappings */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            meanings: ("nik" | "kk" | "name" | "birthDate" | "birthPlace" | "sex" | "motherName" | "guardianName" | "headName" | "relation" | "marital" | "ageYears" | "phone" | "religion" | "address" | "rt" | "rw" | "ward" | "district" | "latitude" | "longitude" | "schoolParticipation" | "education" | "schoolLevel" | "schoolClass" | "schoolName" | "occupation" | "industry" | "ownsBusiness" | "disability" | "disabilitySeverity" | "chronicIllness" | "isPregnant" | "hasBirthCertificate" | "nutrition" | "jknStatus" | "jknReason" | "event" | "eventDate" | "familiesInHouse" | "occupants" | "dependants" | "decile" | "houseTenure" | "landTitle" | "floor" | "wall" | "roof" | "floorCondition" | "wallCondition" | "roofCondition" | "houseCondition" | "floorAreaM2" | "water" | "isWaterCustomer" | "wellToCesspitM" | "lighting" | "powerVa" | "meterId" | "cookingFuel" | "toilet" | "closet" | "wasteDisposal" | "isFlooded" | "hasDebt" | "aidText" | "provider" | "amountRp" | "aidDate" | "aidStatusText" | "earlierAidText" | "groundsText" | "note" | "surveyDate" | "component.pregnant" | "component.early-childhood" | "component.primary" | "component.junior" | "component.senior" | "component.elderly" | "component.severe-disability" | "gasCylinder" | "refrigerator" | "airConditioner" | "waterHeater" | "landlinePhone" | "flatTv" | "goldGrams" | "computer" | "motorcycle" | "bicycle" | "car" | "boat" | "motorBoat" | "smartphone" | "farmlandHectares" | "otherLand" | "otherHouse" | "largeLivestock" | "smallLivestock" | "rtRw" | "placeAndBirthDate" | "birthDateOrAge" | "birthYear" | "ageMonths" | "nikOrKk" | "nameAndNik" | "sexMale" | "sexFemale" | "coordinates" | "sanitation" | "house" | "wardAndDistrict" | "regionCode" | "components" | "otherNumber" | "rowNumber" | "ignored")[];
                        };
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
    "/intake-files/{fileId}/sheets/{sheetPlace}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an officer said of a sheet, and what is remembered of its headings */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fileId: string;
                    sheetPlace: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            mapping: {
                                /** @enum {string} */
                                kind?: "register-person" | "register-family" | "aid" | "housing-survey" | "water-survey" | "disability" | "proposal" | "vital-events" | "offers" | "budget" | "by-hand" | "other";
                                headerRow?: number;
                                columns: {
                                    [key: string]: ("nik" | "kk" | "name" | "birthDate" | "birthPlace" | "sex" | "motherName" | "guardianName" | "headName" | "relation" | "marital" | "ageYears" | "phone" | "religion" | "address" | "rt" | "rw" | "ward" | "district" | "latitude" | "longitude" | "schoolParticipation" | "education" | "schoolLevel" | "schoolClass" | "schoolName" | "occupation" | "industry" | "ownsBusiness" | "disability" | "disabilitySeverity" | "chronicIllness" | "isPregnant" | "hasBirthCertificate" | "nutrition" | "jknStatus" | "jknReason" | "event" | "eventDate" | "familiesInHouse" | "occupants" | "dependants" | "decile" | "houseTenure" | "landTitle" | "floor" | "wall" | "roof" | "floorCondition" | "wallCondition" | "roofCondition" | "houseCondition" | "floorAreaM2" | "water" | "isWaterCustomer" | "wellToCesspitM" | "lighting" | "powerVa" | "meterId" | "cookingFuel" | "toilet" | "closet" | "wasteDisposal" | "isFlooded" | "hasDebt" | "aidText" | "provider" | "amountRp" | "aidDate" | "aidStatusText" | "earlierAidText" | "groundsText" | "note" | "surveyDate" | "component.pregnant" | "component.early-childhood" | "component.primary" | "component.junior" | "component.senior" | "component.elderly" | "component.severe-disability" | "gasCylinder" | "refrigerator" | "airConditioner" | "waterHeater" | "landlinePhone" | "flatTv" | "goldGrams" | "computer" | "motorcycle" | "bicycle" | "car" | "boat" | "motorBoat" | "smartphone" | "farmlandHectares" | "otherLand" | "otherHouse" | "largeLivestock" | "smallLivestock" | "rtRw" | "placeAndBirthDate" | "birthDateOrAge" | "birthYear" | "ageMonths" | "nikOrKk" | "nameAndNik" | "sexMale" | "sexFemale" | "coordinates" | "sanitation" | "house" | "wardAndDistrict" | "regionCode" | "components" | "otherNumber" | "rowNumber" | "ignored" | "ignore") | null;
                                };
                            } | null;
                            versions: {
                                version: number;
                                made: {
                                    at: string;
                                    by: string | null;
                                };
                                fileId: string | null;
                                mapping: {
                                    /** @enum {string} */
                                    kind?: "register-person" | "register-family" | "aid" | "housing-survey" | "water-survey" | "disability" | "proposal" | "vital-events" | "offers" | "budget" | "by-hand" | "other";
                                    headerRow?: number;
                                    columns: {
                                        [key: string]: ("nik" | "kk" | "name" | "birthDate" | "birthPlace" | "sex" | "motherName" | "guardianName" | "headName" | "relation" | "marital" | "ageYears" | "phone" | "religion" | "address" | "rt" | "rw" | "ward" | "district" | "latitude" | "longitude" | "schoolParticipation" | "education" | "schoolLevel" | "schoolClass" | "schoolName" | "occupation" | "industry" | "ownsBusiness" | "disability" | "disabilitySeverity" | "chronicIllness" | "isPregnant" | "hasBirthCertificate" | "nutrition" | "jknStatus" | "jknReason" | "event" | "eventDate" | "familiesInHouse" | "occupants" | "dependants" | "decile" | "houseTenure" | "landTitle" | "floor" | "wall" | "roof" | "floorCondition" | "wallCondition" | "roofCondition" | "houseCondition" | "floorAreaM2" | "water" | "isWaterCustomer" | "wellToCesspitM" | "lighting" | "powerVa" | "meterId" | "cookingFuel" | "toilet" | "closet" | "wasteDisposal" | "isFlooded" | "hasDebt" | "aidText" | "provider" | "amountRp" | "aidDate" | "aidStatusText" | "earlierAidText" | "groundsText" | "note" | "surveyDate" | "component.pregnant" | "component.early-childhood" | "component.primary" | "component.junior" | "component.senior" | "component.elderly" | "component.severe-disability" | "gasCylinder" | "refrigerator" | "airConditioner" | "waterHeater" | "landlinePhone" | "flatTv" | "goldGrams" | "computer" | "motorcycle" | "bicycle" | "car" | "boat" | "motorBoat" | "smartphone" | "farmlandHectares" | "otherLand" | "otherHouse" | "largeLivestock" | "smallLivestock" | "rtRw" | "placeAndBirthDate" | "birthDateOrAge" | "birthYear" | "ageMonths" | "nikOrKk" | "nameAndNik" | "sexMale" | "sexFemale" | "coordinates" | "sanitation" | "house" | "wardAndDistrict" | "regionCode" | "components" | "otherNumber" | "rowNumber" | "ignored" | "ignore") | null;
                                    };
                                };
                            }[];
                        };
                    };
                };
            };
        };
        /** Say what a sheet means, in JSON or YAML; it is read again, and remembered for the next one */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fileId: string;
                    sheetPlace: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind?: "register-person" | "register-family" | "aid" | "housing-survey" | "water-survey" | "disability" | "proposal" | "vital-events" | "offers" | "budget" | "by-hand" | "other";
                        headerRow?: number;
                        columns: {
                            [key: string]: ("nik" | "kk" | "name" | "birthDate" | "birthPlace" | "sex" | "motherName" | "guardianName" | "headName" | "relation" | "marital" | "ageYears" | "phone" | "religion" | "address" | "rt" | "rw" | "ward" | "district" | "latitude" | "longitude" | "schoolParticipation" | "education" | "schoolLevel" | "schoolClass" | "schoolName" | "occupation" | "industry" | "ownsBusiness" | "disability" | "disabilitySeverity" | "chronicIllness" | "isPregnant" | "hasBirthCertificate" | "nutrition" | "jknStatus" | "jknReason" | "event" | "eventDate" | "familiesInHouse" | "occupants" | "dependants" | "decile" | "houseTenure" | "landTitle" | "floor" | "wall" | "roof" | "floorCondition" | "wallCondition" | "roofCondition" | "houseCondition" | "floorAreaM2" | "water" | "isWaterCustomer" | "wellToCesspitM" | "lighting" | "powerVa" | "meterId" | "cookingFuel" | "toilet" | "closet" | "wasteDisposal" | "isFlooded" | "hasDebt" | "aidText" | "provider" | "amountRp" | "aidDate" | "aidStatusText" | "earlierAidText" | "groundsText" | "note" | "surveyDate" | "component.pregnant" | "component.early-childhood" | "component.primary" | "component.junior" | "component.senior" | "component.elderly" | "component.severe-disability" | "gasCylinder" | "refrigerator" | "airConditioner" | "waterHeater" | "landlinePhone" | "flatTv" | "goldGrams" | "computer" | "motorcycle" | "bicycle" | "car" | "boat" | "motorBoat" | "smartphone" | "farmlandHectares" | "otherLand" | "otherHouse" | "largeLivestock" | "smallLivestock" | "rtRw" | "placeAndBirthDate" | "birthDateOrAge" | "birthYear" | "ageMonths" | "nikOrKk" | "nameAndNik" | "sexMale" | "sexFemale" | "coordinates" | "sanitation" | "house" | "wardAndDistrict" | "regionCode" | "components" | "otherNumber" | "rowNumber" | "ignored" | "ignore") | null;
                        };
                    };
                    "application/yaml": {
                        /** @enum {string} */
                        kind?: "register-person" | "register-family" | "aid" | "housing-survey" | "water-survey" | "disability" | "proposal" | "vital-events" | "offers" | "budget" | "by-hand" | "other";
                        headerRow?: number;
                        columns: {
                            [key: string]: ("nik" | "kk" | "name" | "birthDate" | "birthPlace" | "sex" | "motherName" | "guardianName" | "headName" | "relation" | "marital" | "ageYears" | "phone" | "religion" | "address" | "rt" | "rw" | "ward" | "district" | "latitude" | "longitude" | "schoolParticipation" | "education" | "schoolLevel" | "schoolClass" | "schoolName" | "occupation" | "industry" | "ownsBusiness" | "disability" | "disabilitySeverity" | "chronicIllness" | "isPregnant" | "hasBirthCertificate" | "nutrition" | "jknStatus" | "jknReason" | "event" | "eventDate" | "familiesInHouse" | "occupants" | "dependants" | "decile" | "houseTenure" | "landTitle" | "floor" | "wall" | "roof" | "floorCondition" | "wallCondition" | "roofCondition" | "houseCondition" | "floorAreaM2" | "water" | "isWaterCustomer" | "wellToCesspitM" | "lighting" | "powerVa" | "meterId" | "cookingFuel" | "toilet" | "closet" | "wasteDisposal" | "isFlooded" | "hasDebt" | "aidText" | "provider" | "amountRp" | "aidDate" | "aidStatusText" | "earlierAidText" | "groundsText" | "note" | "surveyDate" | "component.pregnant" | "component.early-childhood" | "component.primary" | "component.junior" | "component.senior" | "component.elderly" | "component.severe-disability" | "gasCylinder" | "refrigerator" | "airConditioner" | "waterHeater" | "landlinePhone" | "flatTv" | "goldGrams" | "computer" | "motorcycle" | "bicycle" | "car" | "boat" | "motorBoat" | "smartphone" | "farmlandHectares" | "otherLand" | "otherHouse" | "largeLivestock" | "smallLivestock" | "rtRw" | "placeAndBirthDate" | "birthDateOrAge" | "birthYear" | "ageMonths" | "nikOrKk" | "nameAndNik" | "sexMale" | "sexFemale" | "coordinates" | "sanitation" | "house" | "wardAndDistrict" | "regionCode" | "components" | "otherNumber" | "rowNumber" | "ignored" | "ignore") | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            mapping: {
                                /** @enum {string} */
                                kind?: "register-person" | "register-family" | "aid" | "housing-survey" | "water-survey" | "disability" | "proposal" | "vital-events" | "offers" | "budget" | "by-hand" | "other";
                                headerRow?: number;
                                columns: {
                                    [key: string]: ("nik" | "kk" | "name" | "birthDate" | "birthPlace" | "sex" | "motherName" | "guardianName" | "headName" | "relation" | "marital" | "ageYears" | "phone" | "religion" | "address" | "rt" | "rw" | "ward" | "district" | "latitude" | "longitude" | "schoolParticipation" | "education" | "schoolLevel" | "schoolClass" | "schoolName" | "occupation" | "industry" | "ownsBusiness" | "disability" | "disabilitySeverity" | "chronicIllness" | "isPregnant" | "hasBirthCertificate" | "nutrition" | "jknStatus" | "jknReason" | "event" | "eventDate" | "familiesInHouse" | "occupants" | "dependants" | "decile" | "houseTenure" | "landTitle" | "floor" | "wall" | "roof" | "floorCondition" | "wallCondition" | "roofCondition" | "houseCondition" | "floorAreaM2" | "water" | "isWaterCustomer" | "wellToCesspitM" | "lighting" | "powerVa" | "meterId" | "cookingFuel" | "toilet" | "closet" | "wasteDisposal" | "isFlooded" | "hasDebt" | "aidText" | "provider" | "amountRp" | "aidDate" | "aidStatusText" | "earlierAidText" | "groundsText" | "note" | "surveyDate" | "component.pregnant" | "component.early-childhood" | "component.primary" | "component.junior" | "component.senior" | "component.elderly" | "component.severe-disability" | "gasCylinder" | "refrigerator" | "airConditioner" | "waterHeater" | "landlinePhone" | "flatTv" | "goldGrams" | "computer" | "motorcycle" | "bicycle" | "car" | "boat" | "motorBoat" | "smartphone" | "farmlandHectares" | "otherLand" | "otherHouse" | "largeLivestock" | "smallLivestock" | "rtRw" | "placeAndBirthDate" | "birthDateOrAge" | "birthYear" | "ageMonths" | "nikOrKk" | "nameAndNik" | "sexMale" | "sexFemale" | "coordinates" | "sanitation" | "house" | "wardAndDistrict" | "regionCode" | "components" | "otherNumber" | "rowNumber" | "ignored" | "ignore") | null;
                                };
                            } | null;
                            versions: {
                                version: number;
                                made: {
                                    at: string;
                                    by: string | null;
                                };
                                fileId: string | null;
                                mapping: {
                                    /** @enum {string} */
                                    kind?: "register-person" | "register-family" | "aid" | "housing-survey" | "water-survey" | "disability" | "proposal" | "vital-events" | "offers" | "budget" | "by-hand" | "other";
                                    headerRow?: number;
                                    columns: {
                                        [key: string]: ("nik" | "kk" | "name" | "birthDate" | "birthPlace" | "sex" | "motherName" | "guardianName" | "headName" | "relation" | "marital" | "ageYears" | "phone" | "religion" | "address" | "rt" | "rw" | "ward" | "district" | "latitude" | "longitude" | "schoolParticipation" | "education" | "schoolLevel" | "schoolClass" | "schoolName" | "occupation" | "industry" | "ownsBusiness" | "disability" | "disabilitySeverity" | "chronicIllness" | "isPregnant" | "hasBirthCertificate" | "nutrition" | "jknStatus" | "jknReason" | "event" | "eventDate" | "familiesInHouse" | "occupants" | "dependants" | "decile" | "houseTenure" | "landTitle" | "floor" | "wall" | "roof" | "floorCondition" | "wallCondition" | "roofCondition" | "houseCondition" | "floorAreaM2" | "water" | "isWaterCustomer" | "wellToCesspitM" | "lighting" | "powerVa" | "meterId" | "cookingFuel" | "toilet" | "closet" | "wasteDisposal" | "isFlooded" | "hasDebt" | "aidText" | "provider" | "amountRp" | "aidDate" | "aidStatusText" | "earlierAidText" | "groundsText" | "note" | "surveyDate" | "component.pregnant" | "component.early-childhood" | "component.primary" | "component.junior" | "component.senior" | "component.elderly" | "component.severe-disability" | "gasCylinder" | "refrigerator" | "airConditioner" | "waterHeater" | "landlinePhone" | "flatTv" | "goldGrams" | "computer" | "motorcycle" | "bicycle" | "car" | "boat" | "motorBoat" | "smartphone" | "farmlandHectares" | "otherLand" | "otherHouse" | "largeLivestock" | "smallLivestock" | "rtRw" | "placeAndBirthDate" | "birthDateOrAge" | "birthYear" | "ageMonths" | "nikOrKk" | "nameAndNik" | "sexMale" | "sexFemale" | "coordinates" | "sanitation" | "house" | "wardAndDistrict" | "regionCode" | "components" | "otherNumber" | "rowNumber" | "ignored" | "ignore") | null;
                                    };
                                };
                            }[];
                        };
                    };
                };
            };
        };
        post?: never;
        /** Read a sheet as Betang proposes; what is remembered stays */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fileId: string;
                    sheetPlace: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            mapping: {
                                /** @enum {string} */
                                kind?: "register-person" | "register-family" | "aid" | "housing-survey" | "water-survey" | "disability" | "proposal" | "vital-events" | "offers" | "budget" | "by-hand" | "other";
                                headerRow?: number;
                                columns: {
                                    [key: string]: ("nik" | "kk" | "name" | "birthDate" | "birthPlace" | "sex" | "motherName" | "guardianName" | "headName" | "relation" | "marital" | "ageYears" | "phone" | "religion" | "address" | "rt" | "rw" | "ward" | "district" | "latitude" | "longitude" | "schoolParticipation" | "education" | "schoolLevel" | "schoolClass" | "schoolName" | "occupation" | "industry" | "ownsBusiness" | "disability" | "disabilitySeverity" | "chronicIllness" | "isPregnant" | "hasBirthCertificate" | "nutrition" | "jknStatus" | "jknReason" | "event" | "eventDate" | "familiesInHouse" | "occupants" | "dependants" | "decile" | "houseTenure" | "landTitle" | "floor" | "wall" | "roof" | "floorCondition" | "wallCondition" | "roofCondition" | "houseCondition" | "floorAreaM2" | "water" | "isWaterCustomer" | "wellToCesspitM" | "lighting" | "powerVa" | "meterId" | "cookingFuel" | "toilet" | "closet" | "wasteDisposal" | "isFlooded" | "hasDebt" | "aidText" | "provider" | "amountRp" | "aidDate" | "aidStatusText" | "earlierAidText" | "groundsText" | "note" | "surveyDate" | "component.pregnant" | "component.early-childhood" | "component.primary" | "component.junior" | "component.senior" | "component.elderly" | "component.severe-disability" | "gasCylinder" | "refrigerator" | "airConditioner" | "waterHeater" | "landlinePhone" | "flatTv" | "goldGrams" | "computer" | "motorcycle" | "bicycle" | "car" | "boat" | "motorBoat" | "smartphone" | "farmlandHectares" | "otherLand" | "otherHouse" | "largeLivestock" | "smallLivestock" | "rtRw" | "placeAndBirthDate" | "birthDateOrAge" | "birthYear" | "ageMonths" | "nikOrKk" | "nameAndNik" | "sexMale" | "sexFemale" | "coordinates" | "sanitation" | "house" | "wardAndDistrict" | "regionCode" | "components" | "otherNumber" | "rowNumber" | "ignored" | "ignore") | null;
                                };
                            } | null;
                            versions: {
                                version: number;
                                made: {
                                    at: string;
                                    by: string | null;
                                };
                                fileId: string | null;
                                mapping: {
                                    /** @enum {string} */
                                    kind?: "register-person" | "register-family" | "aid" | "housing-survey" | "water-survey" | "disability" | "proposal" | "vital-events" | "offers" | "budget" | "by-hand" | "other";
                                    headerRow?: number;
                                    columns: {
                                        [key: string]: ("nik" | "kk" | "name" | "birthDate" | "birthPlace" | "sex" | "motherName" | "guardianName" | "headName" | "relation" | "marital" | "ageYears" | "phone" | "religion" | "address" | "rt" | "rw" | "ward" | "district" | "latitude" | "longitude" | "schoolParticipation" | "education" | "schoolLevel" | "schoolClass" | "schoolName" | "occupation" | "industry" | "ownsBusiness" | "disability" | "disabilitySeverity" | "chronicIllness" | "isPregnant" | "hasBirthCertificate" | "nutrition" | "jknStatus" | "jknReason" | "event" | "eventDate" | "familiesInHouse" | "occupants" | "dependants" | "decile" | "houseTenure" | "landTitle" | "floor" | "wall" | "roof" | "floorCondition" | "wallCondition" | "roofCondition" | "houseCondition" | "floorAreaM2" | "water" | "isWaterCustomer" | "wellToCesspitM" | "lighting" | "powerVa" | "meterId" | "cookingFuel" | "toilet" | "closet" | "wasteDisposal" | "isFlooded" | "hasDebt" | "aidText" | "provider" | "amountRp" | "aidDate" | "aidStatusText" | "earlierAidText" | "groundsText" | "note" | "surveyDate" | "component.pregnant" | "component.early-childhood" | "component.primary" | "component.junior" | "component.senior" | "component.elderly" | "component.severe-disability" | "gasCylinder" | "refrigerator" | "airConditioner" | "waterHeater" | "landlinePhone" | "flatTv" | "goldGrams" | "computer" | "motorcycle" | "bicycle" | "car" | "boat" | "motorBoat" | "smartphone" | "farmlandHectares" | "otherLand" | "otherHouse" | "largeLivestock" | "smallLivestock" | "rtRw" | "placeAndBirthDate" | "birthDateOrAge" | "birthYear" | "ageMonths" | "nikOrKk" | "nameAndNik" | "sexMale" | "sexFemale" | "coordinates" | "sanitation" | "house" | "wardAndDistrict" | "regionCode" | "components" | "otherNumber" | "rowNumber" | "ignored" | "ignore") | null;
                                    };
                                };
                            }[];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake-files/{fileId}/sheets/{sheetPlace}/mapping.yaml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a sheet is read, as a document to read, keep and share */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fileId: string;
                    sheetPlace: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description application/yaml */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
    "/intake-files/{fileId}/sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sheets of a file and what each column was taken for */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fileId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            sheets: {
                                sheetPlace: number;
                                sheet: string;
                                /** @enum {string} */
                                kind: "register-person" | "register-family" | "aid" | "housing-survey" | "water-survey" | "disability" | "proposal" | "vital-events" | "offers" | "budget" | "by-hand" | "other";
                                title: string;
                                programme: string | null;
                                provider: string | null;
                                period: {
                                    from: string;
                                    to: string;
                                } | null;
                                headerRow: number;
                                lastRow: number;
                                columns: {
                                    column: number;
                                    letter: string;
                                    heading: string;
                                    meaning: string | null;
                                    field: string | null;
                                    confidence: number;
                                    secondBest: {
                                        meaning: string;
                                        confidence: number;
                                    } | null;
                                    samples: string[];
                                    isCorrected: boolean;
                                }[];
                                counts: {
                                    rows: number;
                                    ready: number;
                                    look: number;
                                    held: number;
                                    tidied: number;
                                    other: number;
                                };
                                mapping: {
                                    /** @enum {string} */
                                    kind?: "register-person" | "register-family" | "aid" | "housing-survey" | "water-survey" | "disability" | "proposal" | "vital-events" | "offers" | "budget" | "by-hand" | "other";
                                    headerRow?: number;
                                    columns: {
                                        [key: string]: ("nik" | "kk" | "name" | "birthDate" | "birthPlace" | "sex" | "motherName" | "guardianName" | "headName" | "relation" | "marital" | "ageYears" | "phone" | "religion" | "address" | "rt" | "rw" | "ward" | "district" | "latitude" | "longitude" | "schoolParticipation" | "education" | "schoolLevel" | "schoolClass" | "schoolName" | "occupation" | "industry" | "ownsBusiness" | "disability" | "disabilitySeverity" | "chronicIllness" | "isPregnant" | "hasBirthCertificate" | "nutrition" | "jknStatus" | "jknReason" | "event" | "eventDate" | "familiesInHouse" | "occupants" | "dependants" | "decile" | "houseTenure" | "landTitle" | "floor" | "wall" | "roof" | "floorCondition" | "wallCondition" | "roofCondition" | "houseCondition" | "floorAreaM2" | "water" | "isWaterCustomer" | "wellToCesspitM" | "lighting" | "powerVa" | "meterId" | "cookingFuel" | "toilet" | "closet" | "wasteDisposal" | "isFlooded" | "hasDebt" | "aidText" | "provider" | "amountRp" | "aidDate" | "aidStatusText" | "earlierAidText" | "groundsText" | "note" | "surveyDate" | "component.pregnant" | "component.early-childhood" | "component.primary" | "component.junior" | "component.senior" | "component.elderly" | "component.severe-disability" | "gasCylinder" | "refrigerator" | "airConditioner" | "waterHeater" | "landlinePhone" | "flatTv" | "goldGrams" | "computer" | "motorcycle" | "bicycle" | "car" | "boat" | "motorBoat" | "smartphone" | "farmlandHectares" | "otherLand" | "otherHouse" | "largeLivestock" | "smallLivestock" | "rtRw" | "placeAndBirthDate" | "birthDateOrAge" | "birthYear" | "ageMonths" | "nikOrKk" | "nameAndNik" | "sexMale" | "sexFemale" | "coordinates" | "sanitation" | "house" | "wardAndDistrict" | "regionCode" | "components" | "otherNumber" | "rowNumber" | "ignored" | "ignore") | null;
                                    };
                                } | null;
                                remembered: {
                                    version: number;
                                    at: string;
                                } | null;
                            }[];
                        };
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
    "/intake-files/{fileId}/sheets/{sheetPlace}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows of a sheet as its office wrote them, with what is amiss; numbers masked */
        get: {
            parameters: {
                query?: {
                    show?: "all" | "attention" | "look" | "held";
                    code?: string;
                    column?: number;
                    from?: number;
                    count?: number;
                };
                header?: never;
                path: {
                    fileId: string;
                    sheetPlace: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            headings: {
                                column: number;
                                letter: string;
                                text: string;
                            }[];
                            headerRow: number;
                            rows: {
                                row: number;
                                cells: string[];
                                mended: {
                                    column: number;
                                    before: string;
                                }[];
                                findings: {
                                    column: number | null;
                                    code: string;
                                    /** @enum {string} */
                                    severity: "held" | "look" | "tidied";
                                    hintId: string;
                                    hintEn: string;
                                    proposal: string | null;
                                }[];
                            }[];
                            total: number;
                            nextFrom: number | null;
                        };
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
    "/intake-files/{fileId}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cells in full, numbers of persons too; for this answer alone, and written down */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fileId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        cells: {
                            sheetPlace: number;
                            row: number;
                            column: number;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cells: {
                                sheetPlace: number;
                                row: number;
                                column: number;
                                value: string;
                            }[];
                        };
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
    "/intake-files/{fileId}/causes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is amiss in a file by cause, most rows first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fileId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            causes: {
                                sheetPlace: number;
                                column: number | null;
                                heading: string;
                                code: string;
                                /** @enum {string} */
                                severity: "held" | "look" | "tidied";
                                rows: number;
                                proposed: number;
                                examples: {
                                    row: number;
                                    value: string;
                                    proposal: string | null;
                                    rows: number;
                                }[];
                                hintId: string;
                                hintEn: string;
                                /** @enum {string} */
                                remedy: "take-proposals" | "send-back" | "leave";
                            }[];
                            explained: number;
                            rows: number;
                            tidied: {
                                code: string;
                                count: number;
                                hintId: string;
                                hintEn: string;
                            }[];
                        };
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
    "/intake-files/{fileId}/difference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a file says otherwise than the last accepted one of its office and kind */
        get: {
            parameters: {
                query?: {
                    kind?: "new" | "gone" | "changed" | "inactive";
                    after?: number;
                    count?: number;
                };
                header?: never;
                path: {
                    fileId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            against: {
                                fileId: string;
                                name: string;
                                acceptedAt: string;
                            } | null;
                            counts: {
                                new: number;
                                gone: number;
                                changed: number;
                                same: number;
                                inactive: number;
                            };
                            changedFields: {
                                field: string;
                                rows: number;
                            }[];
                            lines: {
                                name: string;
                                nik: string;
                                kk: string;
                                ward: string | null;
                                sheetPlace: number;
                                row: number;
                                by: ("nik" | "name-and-birth") | null;
                                changes: {
                                    field: string;
                                    before: string | null;
                                    after: string | null;
                                }[];
                            }[];
                            nextAfter: number | null;
                        };
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
    "/intake-files/{fileId}/difference.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The difference as a workbook, a sheet for each kind; numbers masked */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fileId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description application/vnd.openxmlformats-officedocument.spreadsheetml.sheet */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
    "/intake-files/{fileId}/mends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put cells right, or take all proposals of one cause; the file is read again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fileId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        cells: {
                            sheetPlace: number;
                            row: number;
                            column: number;
                            value: string;
                        }[];
                    } | {
                        cause: {
                            sheetPlace: number;
                            column: number;
                            code: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cells: number;
                            leftOut: number;
                        };
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
    "/intake-files/{fileId}/mends/last": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take back what one mended last in a file; the file is read again */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fileId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cells: number;
                            leftOut: number;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/intake-files/{fileId}/held.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Rows to mend as a workbook for their office, its numbers in full; written down */
        get: {
            parameters: {
                query?: {
                    show?: "held" | "attention";
                };
                header?: never;
                path: {
                    fileId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description application/vnd.openxmlformats-officedocument.spreadsheetml.sheet */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
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
    "/intake-files/{fileId}/mended-file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand the mended workbook back: what it says otherwise becomes mends */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    fileId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/octet-stream": string;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            cells: number;
                            leftOut: number;
                        };
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
}
