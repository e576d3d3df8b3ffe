-- AlterTable
ALTER TABLE "InboxMessage" ADD COLUMN     "ownerId" TEXT;
