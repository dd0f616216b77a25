/* SPDX-License-Identifier: MIT */
#ifndef KPI_KINDS_H
#define KPI_KINDS_H

/* What can happen in sales: one happening is one event of one kind. Marks are recorded besides the touch that
 * they mark. The numbers never change. */
enum kpi_sales_kind {
    /* a call: one dial, whatever came of it, recorded once */
    KPI_CONVERSATION = 0, /* a spoken exchange with someone of the target company that led somewhere */
    KPI_OPERATOR_REACHED, /* someone answered who leads no further, as an operator */
    KPI_HANG_UP,          /* a person picked up and ended it */
    KPI_ABANDONED,        /* a person picked up and no rep came */
    KPI_PICKED_UP,        /* picked up, by whom is not known: all that a phone log can tell */
    KPI_VOICEMAIL,        /* a machine picked up */
    KPI_BUSY,             /* busy or failed */
    KPI_NO_ANSWER,        /* it rang, and nobody picked up */
    KPI_CALL,             /* the outcome is not known */
    /* email */
    KPI_EMAIL_SENT,    /* one email to one address */
    KPI_EMAIL_OPENED,  /* the first time that it is opened */
    KPI_EMAIL_CLICKED, /* the first time that it is clicked */
    KPI_EMAIL_BOUNCED, /* it could not be delivered */
    /* a reply on any channel; one to an email is recorded once for each email answered */
    KPI_REPLY_POSITIVE,  /* a yes: interest, or a meeting */
    KPI_REPLY_NEGATIVE,  /* a no */
    KPI_REPLY_AUTOMATIC, /* a machine's: out of office, an acknowledgement */
    /* meetings */
    KPI_MEETING_SCHEDULED, /* booked, whether it takes place or not */
    KPI_MEETING_HELD,      /* in person or by phone */
    KPI_VIDEO_MEETING,     /* held, by video */
    KPI_MEETING_NO_SHOW,   /* the prospect did not come */
    KPI_MEETING_CANCELLED, /* called off before it began */
    /* other touches */
    KPI_SOCIAL_TOUCH, /* a message or the like in a social network */
    /* marks, besides the touch that they mark */
    KPI_FOLLOW_UP,      /* the touch was the second or a later one to this prospect */
    KPI_FIRST_RESPONSE, /* the touch was the first by a person after the lead arrived */
    /* stages that a lead reaches */
    KPI_FIRST_IMPRESSION, /* the first contact with the brand */
    KPI_MCL,              /* marketing-captured lead */
    KPI_MQL,              /* marketing-qualified lead */
    KPI_SAL,              /* sales-accepted lead */
    KPI_SQL,              /* sales-qualified lead */
    KPI_OPPORTUNITY,      /* a deal is opened */
    KPI_CUSTOMER,         /* the first deal is won */
    KPI_OUT,              /* back to marketing, disqualified, or the deal lost */
    /* deals */
    KPI_PRESENTATION,  /* or demo */
    KPI_PROPOSAL_SENT, /* or quote */
    KPI_DEAL_WON,      /* closed, and sold */
    KPI_DEAL_LOST,     /* closed, and not sold */
    /* customers */
    KPI_CHURNED,     /* stopped being a customer */
    KPI_RENEWAL_DUE, /* a contract reached the day on which it ends or is renewed */
    KPI_RENEWED,     /* a contract was renewed */
    KPI_UPSELL,      /* bought more of the same, or a dearer one */
    KPI_CROSS_SELL,  /* bought another product */
    KPI_INTERACTION, /* any contact or use that shows a customer is active */
    KPI_REFERRAL,    /* brought somebody new */
    KPI_TRIAL_ENDED, /* a trial came to its end, whatever followed */
    /* surveys */
    KPI_NPS_PROMOTER,    /* 9 or 10 of 10: would recommend */
    KPI_NPS_PASSIVE,     /* 7 or 8 */
    KPI_NPS_DETRACTOR,   /* 0 to 6 */
    KPI_SATISFIED,       /* 4 or 5 of 5, or good */
    KPI_NOT_SATISFIED,   /* 1 to 3 of 5, or bad */
    KPI_EMPLOYEE_ANSWER, /* of one of the own staff, with its score */
    /* support */
    KPI_TICKET_CLOSED,         /* closed, later than the service level asks for */
    KPI_TICKET_CLOSED_IN_TIME, /* closed within the service level */
    /* a deal's own pipeline */
    KPI_STAGE_ENTERED /* a deal got to one of the stages of its own pipeline */
};

#endif
