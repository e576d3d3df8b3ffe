-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "valueJson" TEXT NOT NULL,
    "updatedAt" TEXT NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Branch" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',
    "sortOrder" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Branch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Title" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "author" TEXT NOT NULL DEFAULT '',
    "subjectsJson" TEXT NOT NULL DEFAULT '[]',
    "isbn" TEXT,
    "publisher" TEXT,
    "year" INTEGER,
    "synopsis" TEXT,
    "language" TEXT NOT NULL DEFAULT 'id',
    "format" TEXT NOT NULL DEFAULT 'book',
    "audience" TEXT NOT NULL DEFAULT 'all',
    "localAuthor" BOOLEAN NOT NULL DEFAULT false,
    "reference" BOOLEAN NOT NULL DEFAULT false,
    "callNumber" TEXT,
    "shelf" TEXT,
    "digitalJson" TEXT,
    "addedOn" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'local',
    "sourceKey" TEXT,

    CONSTRAINT "Title_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Copy" (
    "code" TEXT NOT NULL,
    "titleId" TEXT NOT NULL,
    "branchId" TEXT NOT NULL,
    "homeBranchId" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'available',
    "material" TEXT NOT NULL DEFAULT 'book',
    "updatedAt" TEXT NOT NULL,

    CONSTRAINT "Copy_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Patron" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "card" TEXT NOT NULL,
    "type" TEXT NOT NULL DEFAULT 'adult',
    "birthOn" TEXT,
    "guardianId" TEXT,
    "status" TEXT NOT NULL DEFAULT 'active',
    "expiresOn" TEXT,
    "suspendedUntil" TEXT,
    "joinedOn" TEXT,

    CONSTRAINT "Patron_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "chatId" TEXT,
    "language" TEXT,
    "state" TEXT NOT NULL DEFAULT 'active',
    "activePatronId" TEXT,
    "createdAt" TEXT NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Link" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "patronId" TEXT NOT NULL,
    "linkedAt" TEXT NOT NULL,

    CONSTRAINT "Link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LinkCode" (
    "id" TEXT NOT NULL,
    "card" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "validUntil" TEXT,
    "usedAt" TEXT,

    CONSTRAINT "LinkCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LinkTry" (
    "card" TEXT NOT NULL,
    "wrong" INTEGER NOT NULL DEFAULT 0,
    "lockedAt" TEXT,

    CONSTRAINT "LinkTry_pkey" PRIMARY KEY ("card")
);

-- CreateTable
CREATE TABLE "Consent" (
    "id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "messageId" TEXT,
    "givenAt" TEXT NOT NULL,
    "withdrawnAt" TEXT,

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Preference" (
    "id" TEXT NOT NULL,
    "language" TEXT,
    "notices" BOOLEAN,
    "screenReader" BOOLEAN,
    "noEmoji" BOOLEAN,
    "shortReplies" BOOLEAN,
    "simpleLanguage" BOOLEAN,
    "largeText" BOOLEAN,
    "numberedMenu" BOOLEAN,
    "altText" BOOLEAN,
    "voice" BOOLEAN,
    "topicsJson" TEXT,
    "reminderDays" INTEGER,

    CONSTRAINT "Preference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Loan" (
    "id" TEXT NOT NULL,
    "patronId" TEXT NOT NULL,
    "titleId" TEXT NOT NULL,
    "copyCode" TEXT NOT NULL,
    "branchId" TEXT NOT NULL,
    "loanedOn" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "renewals" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL DEFAULT 'open',
    "returnedOn" TEXT,
    "openMark" INTEGER,

    CONSTRAINT "Loan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Hold" (
    "id" TEXT NOT NULL,
    "patronId" TEXT NOT NULL,
    "titleId" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "placedAt" TEXT NOT NULL,
    "position" INTEGER,
    "pickupPlace" TEXT NOT NULL DEFAULT 'main',
    "visitStart" TEXT,
    "copyCode" TEXT,
    "readyOn" TEXT,
    "deadlineOn" TEXT,
    "suspendedUntil" TEXT,
    "courtesyUsed" BOOLEAN NOT NULL DEFAULT false,
    "endedAt" TEXT,
    "liveMark" INTEGER,

    CONSTRAINT "Hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Fine" (
    "id" TEXT NOT NULL,
    "patronId" TEXT NOT NULL,
    "loanId" TEXT,
    "titleId" TEXT,
    "amount" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "asOf" TEXT,

    CONSTRAINT "Fine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CirculationRule" (
    "id" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "branchId" TEXT,
    "patronType" TEXT,
    "material" TEXT,
    "fromOn" TEXT,
    "toOn" TEXT,
    "rulesJson" TEXT NOT NULL,

    CONSTRAINT "CirculationRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarDay" (
    "id" TEXT NOT NULL,
    "branchId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "hours" TEXT,
    "reason" TEXT NOT NULL,
    "tentative" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "CalendarDay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Season" (
    "id" TEXT NOT NULL,
    "fromOn" TEXT NOT NULL,
    "toOn" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hours" TEXT NOT NULL,
    "van" TEXT NOT NULL DEFAULT 'runs',

    CONSTRAINT "Season_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InboxMessage" (
    "id" SERIAL NOT NULL,
    "platform" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "chainKey" TEXT NOT NULL,
    "eventJson" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'new',
    "receivedAt" TEXT NOT NULL,
    "doneAt" TEXT,

    CONSTRAINT "InboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConversationState" (
    "key" TEXT NOT NULL,
    "stateJson" TEXT NOT NULL,
    "rev" INTEGER NOT NULL DEFAULT 0,
    "updatedAt" TEXT NOT NULL,
    "expiresAt" TEXT NOT NULL,

    CONSTRAINT "ConversationState_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" SERIAL NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "chatId" TEXT NOT NULL,
    "payloadJson" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'PENDING',
    "priority" INTEGER NOT NULL DEFAULT 0,
    "kind" TEXT NOT NULL DEFAULT 'reply',
    "subjectJson" TEXT,
    "accountId" TEXT,
    "notBefore" TEXT NOT NULL,
    "expiresAt" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "leaseId" TEXT,
    "leasedUntil" TEXT,
    "broadcastId" TEXT,
    "messageId" TEXT,
    "detail" TEXT,
    "createdAt" TEXT NOT NULL,
    "sentAt" TEXT,

    CONSTRAINT "OutboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OperationOutcome" (
    "key" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "outcomeJson" TEXT NOT NULL,
    "at" TEXT NOT NULL,

    CONSTRAINT "OperationOutcome_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "NoticeAction" (
    "token" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "intent" TEXT NOT NULL,
    "slotsJson" TEXT NOT NULL,
    "expiresAt" TEXT NOT NULL,

    CONSTRAINT "NoticeAction_pkey" PRIMARY KEY ("token")
);

-- CreateTable
CREATE TABLE "NoticeSent" (
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "outboxKey" TEXT,
    "at" TEXT NOT NULL,

    CONSTRAINT "NoticeSent_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Lease" (
    "name" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "fence" INTEGER NOT NULL,
    "until" TEXT NOT NULL,

    CONSTRAINT "Lease_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "JobRun" (
    "job" TEXT NOT NULL,
    "occurrence" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "at" TEXT NOT NULL,

    CONSTRAINT "JobRun_pkey" PRIMARY KEY ("job","occurrence")
);

-- CreateTable
CREATE TABLE "Tally" (
    "kind" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Tally_pkey" PRIMARY KEY ("kind","what","day")
);

-- CreateTable
CREATE TABLE "StaffMember" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "revokedAt" TEXT,

    CONSTRAINT "StaffMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffAccount" (
    "accountId" TEXT NOT NULL,
    "staffId" TEXT NOT NULL,

    CONSTRAINT "StaffAccount_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "validUntil" TEXT NOT NULL,
    "usedAt" TEXT,
    "usedBy" TEXT,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Group" (
    "id" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "chatId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "membersJson" TEXT NOT NULL DEFAULT '[]',
    "adminsJson" TEXT NOT NULL DEFAULT '[]',
    "bound" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "startAt" TEXT NOT NULL,
    "endAt" TEXT,
    "place" TEXT NOT NULL,
    "capacity" INTEGER NOT NULL,
    "otherSeats" INTEGER NOT NULL DEFAULT 0,
    "fee" INTEGER NOT NULL DEFAULT 0,
    "audience" TEXT,
    "ages" TEXT,
    "speaker" TEXT,
    "topic" TEXT,
    "certificate" BOOLEAN NOT NULL DEFAULT false,
    "status" TEXT NOT NULL DEFAULT 'open',

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EventSignup" (
    "id" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "patronId" TEXT NOT NULL,
    "seats" INTEGER NOT NULL DEFAULT 1,
    "status" TEXT NOT NULL,
    "position" INTEGER,
    "offerUntil" TEXT,

    CONSTRAINT "EventSignup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VanStop" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "lat" DOUBLE PRECISION NOT NULL,
    "lon" DOUBLE PRECISION NOT NULL,
    "lending" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "VanStop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VanVisit" (
    "id" TEXT NOT NULL,
    "stopId" TEXT NOT NULL,
    "startAt" TEXT NOT NULL,
    "endAt" TEXT NOT NULL,
    "delayMin" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL DEFAULT 'planned',

    CONSTRAINT "VanVisit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VanSubscription" (
    "id" TEXT NOT NULL,
    "chat" TEXT NOT NULL,
    "stopId" TEXT NOT NULL,

    CONSTRAINT "VanSubscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VanRequest" (
    "id" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "dateOn" TEXT,
    "contact" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'new',

    CONSTRAINT "VanRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Survey" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "anonymous" BOOLEAN NOT NULL DEFAULT true,
    "status" TEXT NOT NULL DEFAULT 'open',
    "questionsJson" TEXT NOT NULL,

    CONSTRAINT "Survey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SurveyAnswer" (
    "id" TEXT NOT NULL,
    "surveyId" TEXT NOT NULL,
    "questionId" TEXT NOT NULL,
    "patronId" TEXT,
    "answerJson" TEXT,
    "skipped" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "SurveyAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Ticket" (
    "id" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "patronId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "staffId" TEXT,
    "status" TEXT NOT NULL,
    "openedAt" TEXT NOT NULL,

    CONSTRAINT "Ticket_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Broadcast" (
    "id" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "recipients" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL,
    "createdAt" TEXT NOT NULL,

    CONSTRAINT "Broadcast_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Suggestion" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "patronId" TEXT NOT NULL,
    "votes" INTEGER NOT NULL DEFAULT 1,
    "status" TEXT NOT NULL DEFAULT 'new',

    CONSTRAINT "Suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Room" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "capacity" INTEGER NOT NULL,

    CONSTRAINT "Room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoomBooking" (
    "id" TEXT NOT NULL,
    "roomId" TEXT NOT NULL,
    "startAt" TEXT NOT NULL,
    "endAt" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "count" INTEGER,
    "status" TEXT NOT NULL DEFAULT 'booked',

    CONSTRAINT "RoomBooking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VisitBooking" (
    "id" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "institution" TEXT NOT NULL,
    "dateOn" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'requested',

    CONSTRAINT "VisitBooking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TalkProposal" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "dateOn" TEXT,
    "status" TEXT NOT NULL DEFAULT 'new',

    CONSTRAINT "TalkProposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Download" (
    "id" TEXT NOT NULL,
    "patronId" TEXT NOT NULL,
    "titleId" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "expiresAt" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'active',

    CONSTRAINT "Download_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Title_addedOn_idx" ON "Title"("addedOn");

-- CreateIndex
CREATE UNIQUE INDEX "Title_source_sourceKey_key" ON "Title"("source", "sourceKey");

-- CreateIndex
CREATE INDEX "Copy_titleId_status_idx" ON "Copy"("titleId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "Patron_card_key" ON "Patron"("card");

-- CreateIndex
CREATE UNIQUE INDEX "Account_platform_accountId_key" ON "Account"("platform", "accountId");

-- CreateIndex
CREATE INDEX "Link_patronId_idx" ON "Link"("patronId");

-- CreateIndex
CREATE UNIQUE INDEX "Link_accountId_patronId_key" ON "Link"("accountId", "patronId");

-- CreateIndex
CREATE INDEX "LinkCode_card_idx" ON "LinkCode"("card");

-- CreateIndex
CREATE INDEX "Consent_subject_purpose_idx" ON "Consent"("subject", "purpose");

-- CreateIndex
CREATE INDEX "Loan_patronId_status_idx" ON "Loan"("patronId", "status");

-- CreateIndex
CREATE INDEX "Loan_status_dueOn_idx" ON "Loan"("status", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "Loan_copyCode_openMark_key" ON "Loan"("copyCode", "openMark");

-- CreateIndex
CREATE INDEX "Hold_titleId_status_placedAt_idx" ON "Hold"("titleId", "status", "placedAt");

-- CreateIndex
CREATE INDEX "Hold_status_endedAt_idx" ON "Hold"("status", "endedAt");

-- CreateIndex
CREATE INDEX "Hold_patronId_status_idx" ON "Hold"("patronId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "Hold_patronId_titleId_liveMark_key" ON "Hold"("patronId", "titleId", "liveMark");

-- CreateIndex
CREATE UNIQUE INDEX "Hold_copyCode_liveMark_key" ON "Hold"("copyCode", "liveMark");

-- CreateIndex
CREATE INDEX "Fine_patronId_status_idx" ON "Fine"("patronId", "status");

-- CreateIndex
CREATE INDEX "CalendarDay_day_idx" ON "CalendarDay"("day");

-- CreateIndex
CREATE INDEX "InboxMessage_status_id_idx" ON "InboxMessage"("status", "id");

-- CreateIndex
CREATE UNIQUE INDEX "InboxMessage_platform_eventId_key" ON "InboxMessage"("platform", "eventId");

-- CreateIndex
CREATE INDEX "ConversationState_expiresAt_idx" ON "ConversationState"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_dedupeKey_key" ON "OutboxMessage"("dedupeKey");

-- CreateIndex
CREATE INDEX "OutboxMessage_status_priority_notBefore_idx" ON "OutboxMessage"("status", "priority", "notBefore");

-- CreateIndex
CREATE INDEX "OutboxMessage_broadcastId_status_idx" ON "OutboxMessage"("broadcastId", "status");

-- CreateIndex
CREATE INDEX "NoticeSent_recipient_at_idx" ON "NoticeSent"("recipient", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_codeHash_key" ON "Invitation"("codeHash");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Group_platform_chatId_key" ON "Group"("platform", "chatId");

-- AddForeignKey
ALTER TABLE "Copy" ADD CONSTRAINT "Copy_titleId_fkey" FOREIGN KEY ("titleId") REFERENCES "Title"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Copy" ADD CONSTRAINT "Copy_branchId_fkey" FOREIGN KEY ("branchId") REFERENCES "Branch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_patronId_fkey" FOREIGN KEY ("patronId") REFERENCES "Patron"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Loan" ADD CONSTRAINT "Loan_patronId_fkey" FOREIGN KEY ("patronId") REFERENCES "Patron"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Loan" ADD CONSTRAINT "Loan_copyCode_fkey" FOREIGN KEY ("copyCode") REFERENCES "Copy"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hold" ADD CONSTRAINT "Hold_patronId_fkey" FOREIGN KEY ("patronId") REFERENCES "Patron"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hold" ADD CONSTRAINT "Hold_titleId_fkey" FOREIGN KEY ("titleId") REFERENCES "Title"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffAccount" ADD CONSTRAINT "StaffAccount_staffId_fkey" FOREIGN KEY ("staffId") REFERENCES "StaffMember"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EventSignup" ADD CONSTRAINT "EventSignup_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VanVisit" ADD CONSTRAINT "VanVisit_stopId_fkey" FOREIGN KEY ("stopId") REFERENCES "VanStop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyAnswer" ADD CONSTRAINT "SurveyAnswer_surveyId_fkey" FOREIGN KEY ("surveyId") REFERENCES "Survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
