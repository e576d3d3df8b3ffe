-- AlterTable
ALTER TABLE "Patron" ADD COLUMN "address" TEXT;
ALTER TABLE "Patron" ADD COLUMN "phone" TEXT;
ALTER TABLE "Patron" ADD COLUMN "suspendedBecauseJson" TEXT;

-- AlterTable
ALTER TABLE "Loan" ADD COLUMN "caseOn" TEXT;

-- CreateTable
CREATE TABLE "DeskAct" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "staffId" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "changesJson" TEXT NOT NULL,
    "titleJson" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "undoneAt" TEXT
);

-- CreateTable
CREATE TABLE "ImportRun" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "countsJson" TEXT NOT NULL,
    "startedAt" TEXT NOT NULL,
    "updatedAt" TEXT NOT NULL,
    "finishedAt" TEXT
);

-- AlterTable
ALTER TABLE "Fine" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'late';
ALTER TABLE "Fine" ADD COLUMN "settledAt" TEXT;

-- CreateIndex
CREATE INDEX "DeskAct_staffId_at_idx" ON "DeskAct"("staffId", "at");
